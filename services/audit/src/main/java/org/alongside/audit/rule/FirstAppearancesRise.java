package org.alongside.audit.rule;

import static org.alongside.audit.finding.Count.OUT_OF_ORDER;

import org.alongside.audit.finding.Book;
import org.alongside.audit.world.World;

/** Out of order, by the numbers: a lane stays in its partition, and each number that appears is above those before. */
final class FirstAppearancesRise implements Rule {

    @Override
    public void look(World world, Book book) {
        world.lanes().forEach((lane, facts) -> {
            var before = facts.getFirst();
            for (var fact : facts.subList(1, facts.size())) {
                if (fact.partition() != before.partition()) {
                    book.fault(
                            OUT_OF_ORDER,
                            "one-partition",
                            lane.id(),
                            fact.where() + " is in another partition than the number before");
                } else if (fact.sequence() < before.sequence()) {
                    book.fault(
                            OUT_OF_ORDER,
                            "numbers-rise",
                            lane.id(),
                            fact.where() + " follows number " + before.sequence());
                }
                before = fact;
            }
        });
    }
}
