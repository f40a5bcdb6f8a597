package org.alongside.groups.participant;

import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.alongside.eventing.document.Cause;
import org.alongside.eventing.document.Decision;
import org.alongside.eventing.document.Documents;
import org.alongside.eventing.document.Kept;
import org.alongside.eventing.web.Refused;
import org.alongside.groups.group.Group;
import org.alongside.groups.group.Outcome;
import org.alongside.groups.group.SchedulingGroups;

/** Decides about one person: takes a fact in and brings the seats in line with it, in one write. */
class SeatingParticipants {

    private final Documents<Participant> participants;
    private final LookingAround lookingAround;
    private final SeatingPolicy policy;

    SeatingParticipants(Documents<Participant> participants, LookingAround lookingAround, SeatingPolicy policy) {
        this.participants = participants;
        this.lookingAround = lookingAround;
        this.policy = policy;
    }

    /** Records what was told. Of a frozen person nothing more than that; a look is due as soon as their lane flows. */
    void learn(String patientId, Cause.Receipt receipt, UnaryOperator<Known> fact) {
        participants.change(patientId, receipt, (kept, now) -> {
            var before = kept.orElse(Participant.SHELL);
            var person = before.with(fact.apply(before.known()));
            Decision<Participant, Void> decision =
                    kept.frozen() ? Decision.to(person.lookedAt(now)) : look(kept, person, now, round -> {});
            return decision.owing(
                    KeepingApart.owed(before.known().profile(), person.known().profile()));
        });
    }

    /** Looks at everything again, because time has passed or something near the person changed. */
    void look(String patientId) {
        participants.change(
                patientId,
                Cause.OWN,
                (kept, now) ->
                        kept.state() == null ? Decision.unchanged() : look(kept, kept.state(), now, round -> {}));
    }

    boolean waitsForStaff(String patientId) {
        return participants.find(patientId).filter(Kept::frozen).isPresent();
    }

    /** A wish to avoid somebody is known to both sides from now on. */
    void keptApart(String patientId, String entry) {
        participants.change(
                patientId,
                Cause.OWN,
                (kept, now) -> kept.state() == null
                        ? Decision.unchanged()
                        : look(kept, kept.state(), now, round -> round.settle(entry)));
    }

    private <A> Decision<Participant, A> look(
            Kept<Participant> kept, Participant person, Instant now, Consumer<Round> first) {
        var round = new Round(kept.id(), person, lookingAround.of(kept.id(), person.known()), now);
        first.accept(round);
        var lookAt = new Reconciling(round, policy).run();
        return round.decided(kept.orElse(Participant.SHELL), lookAt);
    }

    // what the group said --------------------------------------------------------------------------------------------

    /**
     * Takes the group's answer to a claim into account.
     *
     * @return whether the person's document still names the claim
     */
    boolean answered(String patientId, String seatId, Outcome outcome) {
        return Boolean.TRUE.equals(participants.change(patientId, Cause.OWN, Boolean.class, (kept, now) -> {
            var seat = seat(kept, seatId);
            if (seat == null || !seat.active()) {
                return Decision.<Participant, Boolean>unchanged().answering(seat != null);
            }
            return this.<Boolean>look(kept, kept.orElseThrow(), now, round -> {
                        round.settle(seatId);
                        new Answered(round, policy).with(seat, outcome);
                    })
                    .answering(true);
        }));
    }

    /** @return whether the person's document still wants the place that the group gave it */
    boolean promoted(String patientId, String seatId) {
        return answered(patientId, seatId, new Outcome.Taken());
    }

    /** The group knows that the person has left. */
    void released(String patientId, String seatId) {
        participants.change(patientId, Cause.OWN, (kept, now) -> {
            var seat = seat(kept, seatId);
            if (seat == null || seat.active()) {
                return Decision.unchanged();
            }
            return look(kept, kept.orElseThrow(), now, round -> {
                round.seats.remove(seatId);
                round.settle(seatId);
            });
        });
    }

    private static @org.jspecify.annotations.Nullable Seat seat(Kept<Participant> kept, String seatId) {
        return kept.state() == null ? null : kept.state().seating().seats().get(seatId);
    }

    // by hand --------------------------------------------------------------------------------------------------------

    /**
     * @param state {@code asked} while the group has not answered, else {@code held}
     */
    record Given(String seatId, String groupId, String state) {}

    /** Staff give a seat. Rules that staff may override are not asked; full is a wait. */
    Given give(String patientId, String groupId, Cause.Command command) {
        return participants.answer(patientId, command, Given.class, (kept, now) -> {
            var person = known(kept);
            var given = new java.util.concurrent.atomic.AtomicReference<Given>();
            var decision =
                    this.<Given>look(kept, person, now, round -> given.set(new ByHand(round, policy).give(groupId)));
            return decision.answering(given.get());
        });
    }

    /** Ends a seat or a wait, as the person or staff want. In this stay the machine does not offer the group again. */
    void release(String patientId, String seatId, LeavingReason reason, Cause.Command command) {
        participants.change(
                patientId,
                command,
                (kept, now) ->
                        look(kept, known(kept), now, round -> new ByHand(round, policy).release(seatId, reason)));
    }

    private static Participant known(Kept<Participant> kept) {
        if (kept.state() == null) {
            throw unknown();
        }
        return kept.state();
    }

    static Refused unknown() {
        return Refused.unknown("unknown-participant", "patientId", "Nothing was told of such a person yet.");
    }

    static Refused unknownGroup() {
        return SchedulingGroups.unknown();
    }

    static Group requireGroup(Surroundings around, String groupId) {
        return around.group(groupId).orElseThrow(SeatingParticipants::unknownGroup);
    }
}
