package org.alongside.audit.rule;

import static org.alongside.audit.finding.Count.FELL_BETWEEN;

import java.time.Duration;
import java.time.Instant;
import org.alongside.audit.finding.Book;
import org.alongside.audit.world.World;

/**
 * Fell between: whose latest admission has ended in a discharge that still stands has all four lines of the hand-off
 * secured, or an open task about that admission with a named assignee, or has declined. Secured is what was told to be, as
 * long as nothing that secured it was told to be over since. Who has died, or is in treatment again, is not looked for.
 *
 * <p>What has just happened may take a moment to be covered: within {@link #COVERED_WITHIN} of the discharge, or of what
 * uncovered it again, it is noted and not counted.
 */
final class NobodyFallsBetween implements Rule {

    /** The smallest step of a moved clock, so that what is due within it has been decided at the next one. */
    static final Duration COVERED_WITHIN = Duration.ofHours(6);

    @Override
    public void look(World world, Book book) {
        var lanes = world.lanes();
        lanes.keySet().stream()
                .filter(lane -> lane.service().equals("intake") && world.whole(lane.id()))
                .map(lane -> new Aftermath(lane.id(), lanes))
                .forEach(aftermath ->
                        aftermath.discharge().ifPresent(discharge -> covered(discharge, aftermath, world.now(), book)));
    }

    private static void covered(Admissions.Admission discharge, Aftermath after, Instant now, Book book) {
        if (after.secured(discharge) || after.declined(discharge) || after.owned(discharge)) {
            return;
        }
        var since = after.lastTold(discharge);
        if (!since.plus(COVERED_WITHIN).isBefore(now)) {
            book.note("discharges not yet covered, within " + COVERED_WITHIN.toHours() + " hours", 1);
            return;
        }
        book.fault(
                FELL_BETWEEN,
                "covered",
                after.patient(),
                discharge.admissionId() + " has lines that are not secured and no open task since " + since);
    }
}
