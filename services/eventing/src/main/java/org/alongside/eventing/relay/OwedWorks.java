package org.alongside.eventing.relay;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.alongside.eventing.document.CutPoint;
import org.alongside.eventing.document.CutPoints;
import org.alongside.eventing.document.Owed;
import org.alongside.eventing.document.OwedWork;
import org.bson.Document;

/** All kinds of owed work of a service. Asked late, because the work itself needs the documents that need the relay. */
public final class OwedWorks {

    private final Supplier<List<OwedWork<?>>> works;
    private final Traces traces;
    private final BooleanSupplier mayDecide;

    /**
     * @param mayDecide whether what others told while this service was away has been read; until then nothing is carried
     *     out, because each step of it is a decision on what is known
     */
    public OwedWorks(Supplier<List<OwedWork<?>>> works, Traces traces, BooleanSupplier mayDecide) {
        this.works = works;
        this.traces = traces;
        this.mayDecide = mayDecide;
    }

    boolean mayDecide() {
        return mayDecide.getAsBoolean();
    }

    void carryOut(String collection, String owner, String entry, Document stored, CutPoints cutPoints) {
        var owed = Owed.of(stored);
        var work = works.get().stream()
                .filter(w -> w.collection().equals(collection) && w.want().equals(owed.want()))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException("Nothing carries out '" + owed.want() + "' of " + collection));
        traces.follow(
                stored.getString("traceparent"), owed.want(), () -> carryOut(work, owner, entry, owed, cutPoints));
    }

    private static <O> void carryOut(OwedWork<O> work, String owner, String entry, Owed owed, CutPoints cutPoints) {
        cutPoints.reached(CutPoint.BEFORE_OWED);
        var outcome = work.carryOut(owner, entry, owed);
        cutPoints.reached(CutPoint.BEFORE_SETTLED);
        work.settle(owner, entry, owed, outcome);
        cutPoints.reached(CutPoint.AFTER_SETTLED);
    }
}
