package org.alongside.continuum.journey;

import java.time.Instant;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import org.alongside.eventing.document.Cause;
import org.alongside.eventing.document.Decision;
import org.alongside.eventing.document.Documents;
import org.alongside.eventing.document.DueWork;
import org.alongside.eventing.document.Kept;
import org.alongside.eventing.lane.Incoming;
import org.alongside.eventing.web.Refused;
import org.springframework.stereotype.Service;

/** Follows people: whatever is heard, asked or has come to its time is one decision about one journey. */
@Service
class FollowingPeople implements DueWork {

    static final String COLLECTION = "journeys";

    private final Documents<Journey> journeys;
    private final Practice practice;

    FollowingPeople(Documents<Journey> journeys, Practice practice) {
        this.journeys = journeys;
        this.practice = practice;
    }

    void on(Incoming in, IntakeEvent event) {
        hear(in, turn -> new TreatmentFacts(turn).take(event));
    }

    void on(Incoming in, PeerEvent event) {
        hear(in, turn -> new PeerFacts(turn).take(event));
    }

    void on(Incoming in, SeatEvent event) {
        hear(in, turn -> new SeatFacts(turn).take(event));
    }

    @Override
    public String collection() {
        return COLLECTION;
    }

    /** Of somebody whose lane is parked everything but a task that goes to the backup stays due. */
    @Override
    public void due(String id) {
        journeys.change(id, Cause.OWN_EVEN_IF_FROZEN, (kept, now) -> {
            Decision<Journey, Void> decision = reviewed(new Turn(kept, now, practice));
            if (kept.frozen() && decision.told().isEmpty()) {
                throw Refused.conflict(
                        "lane-parked", "A record about this person waits for staff; so does what is due.");
            }
            return decision;
        });
    }

    /**
     * Carries out a command on a journey that is known.
     *
     * @param command what cannot wait until a parked lane is whole again says so itself
     * @throws Refused when nobody knows this person, or everything about them has ended; nothing is written then
     */
    <A> A order(String patientId, Cause.Command command, Class<A> answer, Function<Turn, A> does) {
        return Objects.requireNonNull(
                journeys.change(patientId, command, answer, (kept, now) -> carriedOut(kept, now, does)));
    }

    private <A> Decision<Journey, A> carriedOut(Kept<Journey> kept, Instant now, Function<Turn, A> does) {
        if (kept.state() == null) {
            throw Refused.unknown("unknown-journey", "patientId", "Nobody is followed under this id.");
        }
        var turn = new Turn(kept, now, practice);
        if (turn.deceased()) {
            throw Refused.conflict("journey-ended", "This journey has ended; nothing is changed any more.");
        }
        var said = does.apply(turn);
        return FollowingPeople.<A>reviewed(turn).answering(said);
    }

    private void hear(Incoming in, Consumer<Turn> fact) {
        journeys.change(in.lane(), in.receipt(), (kept, now) -> {
            var turn = new Turn(kept, now, practice);
            fact.accept(turn);
            return reviewed(turn);
        });
    }

    private static <A> Decision<Journey, A> reviewed(Turn turn) {
        new Review(turn).run();
        return turn.decided();
    }
}
