package org.alongside.audit.rule;

import java.util.List;
import java.util.stream.Collectors;
import org.alongside.audit.finding.Book;
import org.alongside.audit.finding.HandOff;
import org.alongside.audit.world.Fact;
import org.alongside.audit.world.World;

/**
 * Not a count but a share: of the hand-offs of people who were discharged, and for whom a compatible alumni seat was free
 * when it was asked for, how many were secured before anybody was given a task for it. One that was called off by a
 * return, a cancellation or a death is left out.
 */
final class HandOffsAreSecured implements Rule {

    @Override
    public void look(World world, Book book) {
        var groups = new AlumniGroups(world);
        var lanes = world.lanes();
        lanes.forEach((lane, journey) -> {
            if (lane.service().equals("continuum") && world.whole(lane.id())) {
                var intake = lanes.getOrDefault(new Fact.LaneKey("intake", lane.id()), List.of());
                journey.stream()
                        .filter(fact -> fact.is("handoff-started") && stands(fact, intake) && lasts(fact, journey))
                        .forEach(started -> share(started, journey, intake, groups, book));
            }
        });
    }

    private static boolean stands(Fact started, List<Fact> intake) {
        var admission = Admissions.of(intake).get(started.text("admissionId"));
        return admission != null && admission.standing() == Visit.Standing.DISCHARGED && !Admissions.died(intake);
    }

    /** One that was begun anew after a return does not count twice. */
    private static boolean lasts(Fact started, List<Fact> journey) {
        return journey.stream()
                .noneMatch(fact -> fact.is("handoff-started")
                        && fact.sequence() > started.sequence()
                        && fact.text("admissionId").equals(started.text("admissionId")));
    }

    private static void share(Fact started, List<Fact> journey, List<Fact> intake, AlumniGroups groups, Book book) {
        var handoff = started.text("handoffId");
        var asked = journey.stream()
                .filter(fact -> fact.is("alumni-seat-requested")
                        && fact.text("admissionId").equals(started.text("admissionId")))
                .map(Fact::time)
                .filter(time -> !time.isBefore(started.time()))
                .findFirst()
                .orElse(started.time());
        if (!groups.free(started.key(), intake, asked)) {
            return;
        }
        var secured = journey.stream()
                .filter(fact ->
                        fact.is("handoff-secured") && fact.text("handoffId").equals(handoff))
                .map(Fact::time)
                .findFirst();
        var tasks = Tasks.of(journey).stream()
                .filter(task -> task.handoff().equals(handoff)
                        && (secured.isEmpty() || task.raised().isBefore(secured.get())))
                .map(Tasks.Task::reason)
                .collect(Collectors.joining(", "));
        boolean alone = secured.isPresent() && tasks.isEmpty();
        var missing = secured.isPresent()
                ? "secured with a task: " + tasks
                : tasks.isEmpty() ? "not secured yet" : "not secured, a task is raised: " + tasks;
        book.handOff(new HandOff(started.key(), handoff, alone, alone ? "" : missing));
    }
}
