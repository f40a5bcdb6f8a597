package org.alongside.audit.rule;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.alongside.audit.finding.Book;
import org.alongside.audit.world.World;
import org.jspecify.annotations.Nullable;

/** One thing that must hold. A rule looks at a world that has come to rest; it changes nothing. */
@FunctionalInterface
public interface Rule {

    void look(World world, Book book);

    /** @param contracts the directory of the event schemas, or null to leave payloads unvalidated */
    static List<Rule> all(@Nullable Path contracts) {
        var rules = new ArrayList<Rule>(List.of(
                new LanesAreWhole(),
                new FactsAreApplied(),
                new LedgerIsKept(),
                new AdmissionsFollowTheLedger(),
                new NothingTwice(),
                new NothingAgain(),
                new FirstAppearancesRise(),
                new LifecyclesHold(),
                new PlacesAreEnough(),
                new ClaimsAgree(),
                new OneSeatAtATime(),
                new NobodyFallsBetween(),
                new TreatmentSeatsEndCovered(),
                new EnvelopesFit(),
                new HandOffsAreSecured()));
        if (contracts != null) {
            rules.add(new PayloadsFit(contracts));
        }
        return List.copyOf(rules);
    }
}
