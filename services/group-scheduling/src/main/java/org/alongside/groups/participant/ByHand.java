package org.alongside.groups.participant;

import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import org.alongside.eventing.web.Refused;
import org.alongside.groups.group.Group;
import org.alongside.groups.group.Phase;
import org.jspecify.annotations.Nullable;

/** What staff, or the person, decide themselves. */
final class ByHand {

    /** Of admission ids: their numbers are not padded. */
    private static final Comparator<String> IN_ORDER =
            Comparator.comparing(String::length).thenComparing(Comparator.naturalOrder());

    private final Round round;
    private final SeatingPolicy policy;

    ByHand(Round round, SeatingPolicy policy) {
        this.round = round;
        this.policy = policy;
    }

    SeatingParticipants.Given give(String groupId) {
        var group = SeatingParticipants.requireGroup(round.around, groupId);
        if (round.known.deceased()) {
            throw Refused.conflict("patient-deceased", "No seats are given any more.");
        }
        var admissionId = admission(group);
        if (group.plan().phase() == Phase.IOP
                && round.known.stay(admissionId).ending().iopEnded()) {
            throw Refused.conflict("iop-phase-over", "The peer seats of the IOP phase have ended for this stay.");
        }
        var need = unmet(group, admissionId);
        var wait = need == null ? null : round.serving(need).findFirst().orElse(null);
        var candidate = new Reconciling(round, policy).candidate(group.plan().phase(), Set.of(), wait);
        policy.excludes(candidate, group, true).ifPresent(rule -> {
            throw Refused.conflict(rule.name(), rule.says());
        });
        if (wait != null) {
            round.release(wait, "moved-by-staff");
        }
        var seat = round.ask(admissionId, group.plan().phase(), need, group, true, true);
        return new SeatingParticipants.Given(seat.seatId(), groupId, group.limited() ? "asked" : "held");
    }

    /** The stay the seat belongs to: one that lacks such a seat or else has one, or the latest that was not cancelled. */
    private String admission(Group group) {
        return round.needs.values().stream()
                .filter(need -> need.phase() == group.plan().phase())
                .max(Comparator.comparing(this::isUnmet).thenComparing(Need::admissionId, IN_ORDER))
                .map(Need::admissionId)
                .or(() -> round.known.stays().entrySet().stream()
                        .filter(entry -> !entry.getValue().cancelled())
                        .map(Map.Entry::getKey)
                        .max(IN_ORDER))
                .orElseThrow(
                        () -> Refused.conflict("no-admission", "The person has no admission the seat belongs to."));
    }

    private @Nullable Need unmet(Group group, String admissionId) {
        return round.needs.values().stream()
                .filter(need -> need.phase() == group.plan().phase()
                        && need.admissionId().equals(admissionId)
                        && isUnmet(need))
                .findFirst()
                .orElse(null);
    }

    private boolean isUnmet(Need need) {
        return round.serving(need).allMatch(Seat::waiting);
    }

    void release(String seatId, LeavingReason reason) {
        var seat = round.seats.get(seatId);
        if (seat == null) {
            throw Refused.unknown("unknown-seat", "seatId", "The person has no such seat or wait now.");
        }
        if (!seat.active()) {
            throw Refused.conflict("seat-left-already", "The seat has ended already.");
        }
        round.left.put(seat.groupId(), round.now);
        round.release(seat, reason.code());
    }
}
