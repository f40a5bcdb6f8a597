package org.alongside.mentorship.person;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One admission as matching sees it. */
public record Episode(
        String admissionId,
        String centreId,
        Instant admittedAt,
        LevelOfCare levelOfCare,
        @Nullable Instant dischargedAt,
        boolean cancelled) {

    Episode at(LevelOfCare level) {
        return new Episode(admissionId, centreId, admittedAt, level, dischargedAt, cancelled);
    }

    Episode discharged(Instant at) {
        return new Episode(admissionId, centreId, admittedAt, levelOfCare, at, cancelled);
    }

    Episode reopened() {
        return new Episode(admissionId, centreId, admittedAt, levelOfCare, null, false);
    }

    Episode asCancelled() {
        return new Episode(admissionId, centreId, admittedAt, levelOfCare, dischargedAt, true);
    }

    boolean open() {
        return dischargedAt == null && !cancelled;
    }

    /** Admissions of one person are numbered; the later one has the higher number. */
    int number() {
        return Integer.parseInt(admissionId.substring(admissionId.lastIndexOf("-a") + 2));
    }
}
