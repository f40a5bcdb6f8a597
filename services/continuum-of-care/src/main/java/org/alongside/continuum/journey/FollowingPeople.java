package org.alongside.continuum.journey;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.alongside.eventing.document.Cause;
import org.alongside.eventing.document.Decision;
import org.alongside.eventing.document.Documents;
import org.alongside.eventing.document.DueWork;
import org.alongside.eventing.document.Kept;
import org.alongside.eventing.lane.Incoming;
import org.alongside.eventing.web.Refused;
import org.jspecify.annotations.Nullable;
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

    /** Of somebody whose lane is parked no more is decided than that a task which nobody took goes to the backup. */
    @Override
    public void due(String id) {
        try {
            journeys.change(id, Cause.OWN, (kept, now) -> reviewed(new Turn(kept, now, practice)));
        } catch (Refused refused) {
            requireParked(refused);
            journeys.change(id, once(null), (kept, now) -> {
                var turn = new Turn(kept, now, practice);
                new TaskSteps(turn).escalateWhatNobodyTook();
                Decision<Journey, Void> decision = reviewed(turn);
                if (decision.told().isEmpty()) {
                    throw refused;
                }
                return decision;
            });
        }
    }

    /**
     * Carries out a command on a journey that is known.
     *
     * @throws Refused when nobody knows this person, or everything about them has ended; nothing is written then
     */
    <A> A order(String patientId, Cause.Command command, Class<A> answer, Function<Turn, A> does) {
        return Objects.requireNonNull(
                journeys.change(patientId, command, answer, (kept, now) -> carriedOut(kept, now, does)));
    }

    /**
     * As {@link #order}, for what cannot wait until a parked lane is whole again: it is then kept like a fact of a lane.
     *
     * @param again the answer to a command that was kept like this before
     */
    <A> A orderAtOnce(
            String patientId,
            Cause.Command command,
            Class<A> answer,
            Function<Turn, A> does,
            Function<Journey, A> again) {
        try {
            return order(patientId, command, answer, does);
        } catch (Refused refused) {
            requireParked(refused);
            var given = journeys.change(patientId, once(command), answer, (kept, now) -> carriedOut(kept, now, does));
            return given != null
                    ? given
                    : again.apply(journeys.find(patientId).orElseThrow().orElse(Journey.SHELL));
        }
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

    private static void requireParked(Refused refused) {
        if (!refused.rule().equals("lane-parked")) {
            throw refused;
        }
    }

    /** A lane of its own for each command: none is ever taken for an older one, and the same one is recognised. */
    private static Cause once(Cause.@Nullable Command command) {
        var key = command == null || command.key() == null
                ? UUID.randomUUID().toString()
                : command.key() + "-" + command.fingerprint();
        return Cause.receipt("at-once-" + key, 1);
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
