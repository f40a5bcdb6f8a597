package org.alongside.audit.rule;

import static org.alongside.audit.finding.Count.OUT_OF_ORDER;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.alongside.audit.finding.Book;
import org.alongside.audit.world.Fact;
import org.alongside.audit.world.World;

/**
 * Out of order, by the meaning: nothing is ended, cancelled or revoked before it began. Told twice is another count's
 * matter. Only order within a lane is looked at: across services none is promised.
 */
final class LifecyclesHold implements Rule {

    @Override
    public void look(World world, Book book) {
        world.lanes().forEach((lane, facts) -> {
            if (!world.whole(lane.id())) {
                return;
            }
            Lifecycle.ALL.stream()
                    .filter(lifecycle -> lifecycle.service().equals(lane.service()))
                    .forEach(lifecycle -> follow(lifecycle, facts, book));
            consents(facts, book);
        });
    }

    private static void follow(Lifecycle lifecycle, List<Fact> facts, Book book) {
        var last = new HashMap<String, String>();
        var told = new HashMap<String, Set<String>>();
        for (var fact : facts) {
            var id = fact.text(lifecycle.id());
            if (id.isEmpty()) {
                continue;
            }
            var before = last.getOrDefault(id, "");
            var allowed = lifecycle.after().get(fact.type());
            var needed = lifecycle.needs().get(fact.type());
            if (allowed != null) {
                if (!allowed.contains(before) && !before.equals(fact.type())) {
                    fault(fact, before, book);
                }
                last.put(id, fact.type());
            } else if (needed != null && Collections.disjoint(told.getOrDefault(id, Set.of()), needed)) {
                fault(fact, before, book);
            }
            told.computeIfAbsent(id, one -> new HashSet<>()).add(fact.type());
        }
    }

    private static void consents(List<Fact> facts, Book book) {
        var granted = new HashSet<String>();
        for (var fact : facts) {
            if (fact.is("consent-granted")) {
                granted.add(fact.text("consent.consentId"));
            } else if (fact.is("patient-admitted")) {
                fact.data()
                        .path("consents")
                        .values()
                        .forEach(
                                consent -> granted.add(consent.path("consentId").asString("")));
            } else if (fact.is("consent-revoked") && !granted.contains(fact.text("consent.consentId"))) {
                fault(fact, "", book);
            }
        }
    }

    private static void fault(Fact fact, String before, Book book) {
        book.fault(
                OUT_OF_ORDER,
                "beginning-before-end",
                fact.key(),
                fact.where() + " was told after " + (before.isEmpty() ? "nothing" : before));
    }
}
