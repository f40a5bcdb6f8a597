package org.alongside.intake.admission;

import java.time.Instant;
import java.util.List;
import org.alongside.intake.visit.Placement;

/**
 * What stays the same of an admission while its state changes.
 *
 * @param visits keys of the visits it is made of
 * @param placement as it was told last
 */
public record Enrolment(String admissionId, List<String> visits, Instant admittedAt, Placement placement) {

    Enrolment madeOf(Episode episode) {
        return new Enrolment(admissionId, episode.visits(), episode.admittedAt(), placement);
    }

    Enrolment in(Placement next) {
        return new Enrolment(admissionId, visits, admittedAt, next);
    }

    Enrolment renaming(String visit, String to) {
        return new Enrolment(
                admissionId,
                visits.stream()
                        .map(v -> v.equals(visit) ? to : v)
                        .distinct()
                        .sorted()
                        .toList(),
                admittedAt,
                placement);
    }
}
