package org.alongside.groups.participant;

import java.util.Set;
import org.alongside.groups.group.Outcome;
import org.alongside.groups.group.Phase;

/** What a group's answer means for the seat that asked. An answer to a seat that has its place already means nothing. */
final class Answered {

    private final Round round;
    private final SeatingPolicy policy;

    Answered(Round round, SeatingPolicy policy) {
        this.round = round;
        this.policy = policy;
    }

    void with(Seat seat, Outcome outcome) {
        switch (outcome) {
            case Outcome.Taken taken -> taken(seat);
            case Outcome.Queued queued -> queued(seat, queued.position());
            case Outcome.Refused refused -> refused(seat, refused.rule());
        }
    }

    private void taken(Seat seat) {
        switch (seat.standing()) {
            case Standing.Asked a -> newly(seat);
            case Standing.Waiting w -> newly(seat);
            case Standing.Doubted doubted -> round.put(seat.standing(new Standing.Held(doubted.from())));
            case Standing.Held h -> {}
            case Standing.Leaving l -> {}
        }
    }

    /** The discharge may have been recorded while nothing was decided: nobody new sits down in the IOP phase then. */
    private void newly(Seat seat) {
        boolean left = round.known.stay(seat.admissionId()).left() != null;
        if (left && seat.phase() == Phase.IOP && !seat.byHand()) {
            round.release(seat, "discharged");
        } else {
            round.seated(seat);
        }
    }

    private void queued(Seat seat, int position) {
        if (seat.standing() instanceof Standing.Asked) {
            round.put(seat.standing(new Standing.Waiting(round.now, position)));
            round.tell(round.waitlisted(seat, position));
        }
    }

    private void refused(Seat seat, String rule) {
        switch (seat.standing()) {
            case Standing.Asked asked when asked.waited() -> claimAgain(seat, rule);
            case Standing.Asked a -> searchAgain(seat, rule);
            case Standing.Doubted d -> claimAgain(seat, rule);
            case Standing.Waiting w -> {}
            case Standing.Held h -> {}
            case Standing.Leaving l -> {}
        }
    }

    /** What the machine chose is chosen anew by the search that follows; what staff chose is asked for once more. */
    private void searchAgain(Seat seat, String rule) {
        round.seats.remove(seat.seatId());
        var group = round.around.group(seat.groupId());
        if (!seat.byHand() || group.isEmpty()) {
            return;
        }
        var candidate = new Reconciling(round, policy).candidate(seat.phase(), Set.of(), null);
        var broken = policy.excludes(candidate, group.get(), true);
        if (broken.isEmpty() && rule.equals("timetable-moved")) {
            round.ask(seat.admissionId(), seat.phase(), round.needOf(seat), group.get(), true, true);
        } else {
            var neverSilently = seat.standing(new Standing.Waiting(round.now, 0));
            round.forget(neverSilently, broken.map(SeatingRule::name).orElse(rule));
        }
    }

    private void claimAgain(Seat seat, String rule) {
        var group = round.around.group(seat.groupId());
        if (rule.equals("timetable-moved") && group.isPresent()) {
            round.claim(seat, group.get());
        } else {
            round.forget(seat, "place-lost");
        }
    }
}
