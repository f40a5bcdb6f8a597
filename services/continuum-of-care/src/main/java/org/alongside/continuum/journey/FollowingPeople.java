package org.alongside.continuum.journey;

import java.time.Instant;
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
        hear(in, turn -> new TreatmentFacts(turn).take(event), true);
    }

    void on(Incoming in, PeerEvent event) {
        hear(in, turn -> new PeerFacts(turn).take(event), false);
    }

    void on(Incoming in, SeatEvent event) {
        hear(in, turn -> new SeatFacts(turn).take(event), false);
    }

    @Override
    public String collection() {
        return COLLECTION;
    }

    @Override
    public void due(String id) {
        journeys.change(id, Cause.OWN, (kept, now) -> {
            var turn = new Turn(id, kept.orElse(Journey.SHELL), now, practice);
            new Review(turn).run();
            return turn.decided();
        });
    }

    /**
     * Carries out a command on a journey that is known.
     *
     * @throws Refused when nobody knows this person, or everything about them has ended; nothing is written then
     */
    <A> A order(String patientId, Cause.Command command, Class<A> answer, Function<Turn, A> does) {
        var given = journeys.change(patientId, command, answer, (kept, now) -> {
            var journey = kept.state();
            if (journey == null) {
                throw Refused.unknown("unknown-journey", "patientId", "Nobody is followed under this id.");
            }
            if (journey.deceased()) {
                throw Refused.conflict("journey-ended", "This journey has ended; nothing is changed any more.");
            }
            var turn = new Turn(patientId, journey, now, practice);
            var said = does.apply(turn);
            new Review(turn).run();
            return turn.<A>decided().answering(said);
        });
        return java.util.Objects.requireNonNull(given);
    }

    /** Whether a lane of this person is parked, so that no command is carried out. */
    boolean frozen(String patientId) {
        return journeys.find(patientId).filter(Kept::frozen).isPresent();
    }

    /** Takes in what a person says that cannot wait: a fact like those of the lanes, and numbered by its moment. */
    void hear(String patientId, Consumer<Turn> says) {
        var said = Cause.receipt("person", Instant.now().toEpochMilli());
        journeys.change(patientId, said, (kept, now) -> heard(patientId, kept, now, says, false));
    }

    /** @param ofTheDead whether it is heard of somebody who was told to have died, too */
    private void hear(Incoming in, Consumer<Turn> fact, boolean ofTheDead) {
        journeys.change(in.lane(), in.receipt(), (kept, now) -> heard(in.lane(), kept, now, fact, ofTheDead));
    }

    /**
     * Of a person whose lane is parked facts are kept, and what one fact says by itself is done: an absence is a task. What
     * all of them together lead to is decided when the lane is whole again.
     */
    private Decision<Journey, Void> heard(
            String patientId, Kept<Journey> kept, Instant now, Consumer<Turn> fact, boolean ofTheDead) {
        var journey = kept.orElse(Journey.SHELL);
        if (journey.deceased() && !ofTheDead) {
            return Decision.unchanged();
        }
        var turn = new Turn(patientId, journey, now, practice);
        fact.accept(turn);
        if (!kept.frozen()) {
            new Review(turn).run();
        }
        return turn.decided();
    }
}
