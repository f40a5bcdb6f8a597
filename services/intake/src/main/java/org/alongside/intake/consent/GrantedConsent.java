package org.alongside.intake.consent;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A consent that was found complete. */
public record GrantedConsent(
        ConsentKind kind, List<String> scopes, @Nullable Instant expires, Signed signed, Instant at) {}
