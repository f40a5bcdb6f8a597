package org.alongside.audit.rule;

import static org.alongside.audit.finding.Count.DOUBLE_SEATED;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.alongside.audit.finding.Book;
import org.alongside.audit.world.World;

/**
 * Double-seated: of what one person holds at the same time, no two seats are in one group, no two groups' sessions clash
 * in local time, and there is one match. The weekly hours are the stored ones, so a group counts from {@link #LOOKED_AGAIN}
 * after it was last told to have changed: whoever it clashes with from then on has been looked at again.
 */
final class OneSeatAtATime implements Rule {

    static final Duration LOOKED_AGAIN = Duration.ofMinutes(10);

    @Override
    public void look(World world, Book book) {
        var meetings = Meeting.all(world);
        var since = Meeting.since(world);
        pairs(Hold.Of.SEAT.in(world), (one, other) -> seats(one, other, meetings, since, book));
        pairs(
                Hold.Of.MATCH.in(world),
                (one, other) -> book.fault(
                        DOUBLE_SEATED, "one-match", one.person(), both(one, other) + " are matches at the same time"));
    }

    private static void pairs(List<Hold> holds, BiConsumer<Hold, Hold> overlapping) {
        Hold.byPerson(holds).values().forEach(held -> {
            for (int i = 0; i < held.size(); i++) {
                for (int j = i + 1; j < held.size(); j++) {
                    if (held.get(i).overlaps(held.get(j))) {
                        overlapping.accept(held.get(i), held.get(j));
                    }
                }
            }
        });
    }

    private static void seats(
            Hold one, Hold other, Map<String, Meeting> meetings, Map<String, Instant> since, Book book) {
        if (one.place().equals(other.place())) {
            book.fault(DOUBLE_SEATED, "one-seat-a-group", one.person(), both(one, other) + " are in the same group");
            return;
        }
        var mine = meetings.get(one.place());
        var theirs = meetings.get(other.place());
        var both = one.from().isAfter(other.from()) ? one.from() : other.from();
        if (mine != null
                && theirs != null
                && mine.clashes(theirs, both)
                && Stream.of(one, other)
                        .allMatch(seat -> stillWith(seat, one, since) && stillWith(seat, other, since))) {
            book.fault(DOUBLE_SEATED, "sessions-apart", one.person(), both(one, other) + " are in groups that clash");
        }
    }

    /** The seat lasted until after the group had become what it is, and people had been looked at again. */
    private static boolean stillWith(Hold seat, Hold group, Map<String, Instant> since) {
        var changed = since.get(group.place());
        return seat.until() == null || changed == null || seat.until().isAfter(changed.plus(LOOKED_AGAIN));
    }

    private static String both(Hold one, Hold other) {
        return one.claim() + " and " + other.claim();
    }
}
