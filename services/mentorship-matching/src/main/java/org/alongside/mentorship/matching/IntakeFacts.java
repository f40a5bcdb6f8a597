package org.alongside.mentorship.matching;

import java.time.Instant;
import java.util.List;
import org.alongside.mentorship.person.Consent;
import org.alongside.mentorship.person.Episode;
import org.alongside.mentorship.person.LevelOfCare;
import org.alongside.mentorship.person.Profile;
import org.jspecify.annotations.Nullable;

/** Of what intake tells, only the fields that matching reads. */
interface IntakeFacts {

    record Admitted(
            String admissionId,
            String centreId,
            Instant admittedAt,
            LevelOfCare levelOfCare,
            @Nullable String ageBand,
            @Nullable Profile profile,
            @Nullable List<Consent> consents) {

        Episode episode() {
            return new Episode(admissionId, centreId, admittedAt, levelOfCare, null, false);
        }
    }

    record ProfileUpdated(
            @Nullable Profile profile, @Nullable String ageBand) {}

    record LevelChanged(String admissionId, LevelOfCare to) {}

    record Discharged(String admissionId, Instant dischargedAt) {}

    record Resumed(String admissionId, @Nullable LevelOfCare levelOfCare) {}

    record OfAdmission(String admissionId) {}

    record OfPerson() {}

    record OfConsent(Consent consent) {}

    record ContinuityAsked(String requestId, String admissionId) {

        Continuity asked() {
            return Continuity.asked(requestId, admissionId);
        }
    }

    record ContinuityWithdrawn(String requestId) {}
}
