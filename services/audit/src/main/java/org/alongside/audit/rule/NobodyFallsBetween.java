package org.alongside.audit.rule;

import static org.alongside.audit.finding.Count.FELL_BETWEEN;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.alongside.audit.finding.Book;
import org.alongside.audit.rule.Visit.Standing;
import org.alongside.audit.world.Fact;
import org.alongside.audit.world.World;

/**
 * Fell between: whose latest admission has ended in a discharge that still stands has all four lines of the hand-off
 * secured, or an open task about that admission with a named assignee, or has declined. Who has died, or is in treatment
 * again, is not looked for.
 *
 * <p>What has just happened may take a moment to be covered: within {@link #COVERED_WITHIN} of the discharge, or of what
 * uncovered it again, it is noted and not counted.
 */
final class NobodyFallsBetween implements Rule {

    /** The smallest step of a moved clock, so that what is due within it has been decided at the next one. */
    static final Duration COVERED_WITHIN = Duration.ofHours(6);

    static final String DECLINED = "declined";

    @Override
    public void look(World world, Book book) {
        var lanes = world.lanes();
        var now = world.now();
        lanes.forEach((lane, told) -> {
            if (lane.service().equals("intake") && told.stream().noneMatch(fact -> fact.is("patient-deceased"))) {
                var admissions = List.copyOf(Admissions.of(told).values());
                if (!admissions.isEmpty()
                        && admissions.stream().noneMatch(a -> a.standing() == Standing.IN_TREATMENT)) {
                    var journey = lanes.getOrDefault(new Fact.LaneKey("continuum", lane.id()), List.of());
                    admissions.stream()
                            .filter(a -> a.standing() == Standing.DISCHARGED)
                            .max(Comparator.comparing(Admissions.Admission::since))
                            .ifPresent(latest -> covered(latest, lane.id(), journey, now, book));
                }
            }
        });
    }

    private static void covered(
            Admissions.Admission admission, String patient, List<Fact> journey, Instant now, Book book) {
        var tasks = Tasks.of(journey).stream()
                .filter(task -> task.admission().equals(admission.admissionId()))
                .toList();
        var handoff = journey.stream()
                .filter(fact -> fact.type().startsWith("handoff-")
                        && fact.text("admissionId").equals(admission.admissionId()))
                .toList();
        boolean secured = !handoff.isEmpty() && handoff.getLast().is("handoff-secured", "handoff-completed");
        boolean declined = tasks.stream().anyMatch(task -> DECLINED.equals(task.outcome()));
        if (secured || declined || tasks.stream().anyMatch(Tasks.Task::owned)) {
            return;
        }
        var uncovered = Stream.of(
                        Stream.of(admission.since()),
                        tasks.stream().map(Tasks.Task::since),
                        handoff.stream().map(Fact::time))
                .flatMap(times -> times)
                .max(Comparator.naturalOrder())
                .orElse(admission.since());
        if (!uncovered.plus(COVERED_WITHIN).isBefore(now)) {
            book.note("discharges not yet covered, within " + COVERED_WITHIN.toHours() + " hours", 1);
            return;
        }
        book.fault(
                FELL_BETWEEN,
                "covered",
                patient,
                admission.admissionId() + " has "
                        + (handoff.isEmpty() ? "no hand-off" : "a hand-off that is not secured")
                        + " and no open task since " + uncovered);
    }
}
