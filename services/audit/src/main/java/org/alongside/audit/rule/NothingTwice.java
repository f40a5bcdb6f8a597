package org.alongside.audit.rule;

import static org.alongside.audit.finding.Count.DOUBLED;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.alongside.audit.finding.Book;
import org.alongside.audit.world.Fact;
import org.alongside.audit.world.World;

/**
 * Doubled, by the envelope: one event id stands for one record of one lane, and one number of a lane for one event. The
 * same record again, with the same id, number and content, is an ordinary redelivery, and only noted.
 */
final class NothingTwice implements Rule {

    @Override
    public void look(World world, Book book) {
        Map<String, Fact> ids = new HashMap<>();
        Map<List<Object>, Fact> numbers = new HashMap<>();
        long redelivered = 0;
        for (var fact : world.facts()) {
            var sameId = ids.putIfAbsent(fact.id(), fact);
            var sameNumber = numbers.putIfAbsent(List.of(fact.lane(), fact.sequence()), fact);
            if (sameNumber != null && same(sameNumber, fact)) {
                redelivered++;
            } else if (sameNumber != null) {
                book.fault(DOUBLED, "one-number-one-event", fact.key(), "two events are " + fact.where());
            } else if (sameId != null) {
                book.fault(DOUBLED, "one-id-one-event", fact.key(), "the id of " + fact.where() + " was used before");
            }
        }
        book.note("records delivered again", redelivered);
    }

    private static boolean same(Fact one, Fact other) {
        return one.id().equals(other.id())
                && one.type().equals(other.type())
                && one.data().equals(other.data());
    }
}
