package org.alongside.feeder.plan;

import java.time.Instant;
import org.alongside.feeder.adt.Ehr;
import org.alongside.feeder.adt.Registered;

/**
 * Somebody who comes to the centre.
 *
 * @param name short and meaningless, such as {@code p017}; stands in keys
 * @param rank among those whose stays end alike; the first few of some are special
 * @param leaves when the stay is going to end, whether or not within the days that are played
 */
public record Person(
        String name,
        Ehr ehr,
        Registered registered,
        Ending ending,
        int rank,
        Instant arrives,
        Instant leaves,
        Wishes wishes) {

    /** Two of those who leave against advice are gone before their admission has come through. */
    boolean briefly() {
        return briefly(ending, rank);
    }

    static boolean briefly(Ending ending, int rank) {
        return ending == Ending.AGAINST_ADVICE && (rank == 1 || rank == 2);
    }

    /** Two of the planned discharges do not happen at first. */
    boolean stays() {
        return stays(ending, rank);
    }

    static boolean stays(Ending ending, int rank) {
        return ending == Ending.PLANNED && rank < 2;
    }

    public String visit(int number) {
        return registered.recordNumber() + "V" + number;
    }
}
