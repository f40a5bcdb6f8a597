package org.alongside.intake.consent;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What others are told of consents. */
public sealed interface ConsentEvent {

    Copy consent();

    record ConsentGranted(Copy consent) implements ConsentEvent {}

    /** Also told when it expired: whoever missed the date hears it. */
    record ConsentRevoked(Copy consent) implements ConsentEvent {}

    /** A consent as it stands in events, without the signature's elements. */
    record Copy(
            String consentId,
            String kind,
            int version,
            List<String> scopes,
            @Nullable Instant expires) {

        static Copy of(Consent.Granted granted) {
            return of(granted, granted.version());
        }

        static Copy of(Consent.Granted granted, int version) {
            return new Copy(granted.consentId(), granted.kind().code(), version, granted.scopes(), granted.expires());
        }
    }
}
