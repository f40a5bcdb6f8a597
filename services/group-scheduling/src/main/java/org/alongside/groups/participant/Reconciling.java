package org.alongside.groups.participant;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.alongside.groups.group.Group;
import org.alongside.groups.group.Phase;
import org.jspecify.annotations.Nullable;

/**
 * Brings what a person has in line with what they should have: ends what is over, looks again at what is held, and
 * seeks what is missing. Whatever happened, this is what decides; doing it twice changes nothing.
 */
final class Reconciling {

    private final Round round;
    private final SeatingPolicy policy;

    Reconciling(Round round, SeatingPolicy policy) {
        this.round = round;
        this.policy = policy;
    }

    /** @return the earliest instant at which time alone changes something; null when none does */
    @Nullable
    Instant run() {
        endIopSeats();
        takeAlumniSeatOver();
        releaseWhatIsOver();
        keepNeedsCurrent();
        lookAgainAtSeats();
        keepNeedsCurrent(); // who lost a seat just now may be one for whom none is sought any more
        inOrder().forEach(this::seek);
        return nextLook();
    }

    // ending ---------------------------------------------------------------------------------------------------------

    private void endIopSeats() {
        round.known.stays().forEach((admissionId, stay) -> {
            var reason = stay.ending().iopEnded() || stay.cancelled() ? Optional.<String>empty() : iopIsOver(stay);
            if (reason.isPresent()) {
                round.known = round.known.staying(admissionId, x -> x.ending(Ending::withIopEnded));
                round.active()
                        .filter(seat ->
                                seat.phase() == Phase.IOP && seat.admissionId().equals(admissionId))
                        .forEach(seat -> round.release(seat, reason.get()));
            }
        });
    }

    private Optional<String> iopIsOver(Stay stay) {
        if (handedOff(stay) && alumniSessionEnds().anyMatch(this::reached)) {
            return Optional.of("handoff-secured");
        }
        return policy.overlapEnds(stay).filter(this::reached).map(at -> "overlap-ended");
    }

    /** Whoever has an alumni session before the planned day is still in treatment, and keeps the peers there until then. */
    private static boolean handedOff(Stay stay) {
        return stay.left() != null && stay.ending().isSecured();
    }

    /** Of whichever stay the seat is: who has been to an alumni group falls into no gap. */
    private Stream<Instant> alumniSessionEnds() {
        return round.active()
                .filter(seat -> seat.phase() == Phase.ALUMNI && seat.held())
                .map(Seat::firstSessionEndsAt)
                .filter(Objects::nonNull);
    }

    private boolean reached(Instant at) {
        return !at.isAfter(round.now);
    }

    private void releaseWhatIsOver() {
        if (round.known.deceased()) {
            round.active().forEach(seat -> round.release(seat, "patient-deceased"));
        }
        round.active()
                .filter(seat -> round.known.stay(seat.admissionId()).cancelled())
                .forEach(seat -> round.release(seat, "admission-cancelled"));
    }

    private @Nullable Instant nextLook() {
        var stays = round.known.stays().entrySet().stream()
                .filter(entry -> !entry.getValue().ending().iopEnded()
                        && !entry.getValue().cancelled())
                .flatMap(entry -> Stream.concat(
                        policy.overlapEnds(entry.getValue()).stream(),
                        handedOff(entry.getValue()) ? alumniSessionEnds() : Stream.empty()));
        var consent = round.known.peerConsent();
        var expiry =
                consent != null && consent.given() && round.active().findAny().isPresent()
                        ? Stream.ofNullable(consent.expires())
                        : Stream.<Instant>empty();
        return Stream.concat(stays, expiry)
                .filter(at -> at.isAfter(round.now))
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    // needs ----------------------------------------------------------------------------------------------------------

    private void keepNeedsCurrent() {
        var wanted = wanted();
        for (var need : Map.copyOf(round.needs).values()) {
            if (!wanted.containsKey(need.needId())) {
                round.serving(need).forEach(seat -> drop(seat, need));
                round.needs.remove(need.needId());
            }
        }
        wanted.values().forEach(this::keep);
    }

    private Map<String, Need> wanted() {
        var wanted = new TreeMap<String, Need>();
        if (round.known.deceased()) {
            return wanted;
        }
        round.known.stays().forEach((admissionId, stay) -> {
            for (int n = 1; !stay.cancelled() && !stay.ending().iopEnded() && n <= policy.iopSeats(stay); n++) {
                var need = need(admissionId + "-iop-" + n, admissionId, Phase.IOP, null, stay.admittedAt());
                if (stay.open() || stay.left() != null && sits(need)) {
                    wanted.put(need.needId(), need);
                }
            }
        });
        round.known.requests().forEach((admissionId, request) -> {
            var need = alumniNeed(admissionId, request);
            if (round.known.handsOff(admissionId) || sits(need)) {
                wanted.put(need.needId(), need);
            }
        });
        return wanted;
    }

    /** Who sits stays seated, even where nobody new sits down any more. */
    private boolean sits(Need need) {
        return round.serving(need).anyMatch(Seat::held);
    }

    private Need alumniNeed(String admissionId, Request request) {
        return need(admissionId + "-alumni", admissionId, Phase.ALUMNI, request.requestId(), request.since());
    }

    private Need need(String id, String admissionId, Phase phase, @Nullable String requestId, @Nullable Instant since) {
        return new Need(id, admissionId, phase, requestId, since == null ? round.now : since, null, null);
    }

    private void drop(Seat seat, Need need) {
        if (seat.byHand()) {
            round.put(seat.serving(null));
        } else if (need.handoff()) {
            round.release(seat, "request-withdrawn");
        } else {
            var discharged = round.known.stay(need.admissionId()).left() != null;
            round.release(seat, discharged ? "discharged" : "level-of-care-changed");
        }
    }

    private void keep(Need wanted) {
        var kept = round.needs.getOrDefault(wanted.needId(), wanted);
        if (!Objects.equals(kept.requestId(), wanted.requestId())) {
            kept = kept.asked(wanted.requestId());
            round.needs.put(kept.needId(), kept);
            round.serving(kept).forEach(this::answerAgain);
        }
        round.needs.put(kept.needId(), kept);
        if (round.serving(kept).findAny().isEmpty()) {
            adopt(kept);
        }
    }

    private void answerAgain(Seat seat) {
        if (seat.standing() instanceof Standing.Waiting waiting) {
            round.tell(round.waitlisted(seat, waiting.position()));
        } else if (seat.held()) {
            round.tell(round.reserved(seat));
        }
    }

    /** A seat that staff gave serves a need that arises later. */
    private void adopt(Need need) {
        round.active()
                .filter(seat -> seat.need() == null
                        && seat.phase() == need.phase()
                        && seat.admissionId().equals(need.admissionId()))
                .findFirst()
                .ifPresent(seat -> {
                    var serving = seat.serving(need.needId());
                    round.put(serving);
                    if (need.handoff()) {
                        answerAgain(serving);
                    }
                });
    }

    /**
     * Who comes back keeps the alumni seat: it serves the hand-off of the stay that lasts longer once that asks for one,
     * and again that of the other stay should the longer one be cancelled or ask no more.
     */
    private void takeAlumniSeatOver() {
        round.known.requests().forEach((admissionId, request) -> {
            var need = alumniNeed(admissionId, request);
            if (round.known.handsOff(admissionId)
                    && round.serving(need).findAny().isEmpty()) {
                round.active()
                        .filter(seat -> seat.phase() == Phase.ALUMNI
                                && seat.held()
                                && !round.known.handsOff(seat.admissionId()))
                        .findFirst()
                        .ifPresent(seat -> take(seat, need));
            }
        });
    }

    private void take(Seat seat, Need need) {
        var taken = seat.of(need.admissionId(), need.needId());
        var kept = round.needs.getOrDefault(need.needId(), need);
        round.needs.put(need.needId(), kept.asked(need.requestId()));
        round.put(taken);
        round.tell(round.reserved(taken));
    }

    // looking again --------------------------------------------------------------------------------------------------

    private void lookAgainAtSeats() {
        var order = Comparator.<Seat>comparingInt(seat -> moved(seat) ? 0 : 1)
                .thenComparing(Comparator.comparing((Seat seat) -> number(seat)).reversed());
        round.active().sorted(order).forEach(this::lookAgain);
    }

    private boolean moved(Seat seat) {
        return round.around
                .group(seat.groupId())
                .filter(group -> group.timetable() == seat.timetable())
                .isEmpty();
    }

    private static int number(Seat seat) {
        return Integer.parseInt(seat.seatId().substring(seat.seatId().lastIndexOf("-s") + 2));
    }

    private void lookAgain(Seat seat) {
        var found = round.around.group(seat.groupId());
        if (found.isEmpty()) {
            round.release(seat, "group-gone");
            return;
        }
        var group = found.get();
        var broken = policy.excludes(candidate(seat.phase(), Set.of(), seat), group, seat.byHand());
        if (broken.isPresent()) {
            round.release(seat, broken.get().name());
        } else if (seat.held() || seat.waiting()) {
            keepClaim(seat, group);
        }
    }

    /**
     * The person's document knows a seat before the group does and forgets it before the group may. A first session that
     * moves is told: the hand-off waits for it, and staff read it in continuum.
     */
    private void keepClaim(Seat seat, Group group) {
        var checked = seat.checkedAgainst(group, round.now);
        boolean unknown = seat.claimed() || group.limited() ? !group.places().knows(seat.seatId()) : false;
        if (!unknown || seat.standing() instanceof Standing.Doubted) {
            round.put(checked);
        } else {
            claimAgain(checked, group);
        }
        if (seat.held() && !Objects.equals(checked.firstSessionAt(), seat.firstSessionAt())) {
            round.tell(round.reserved(checked));
        }
    }

    private void claimAgain(Seat seat, Group group) {
        var since = seat.heldSince();
        var again =
                seat.counted().standing(since == null ? new Standing.Asked(true, true) : new Standing.Doubted(since));
        round.put(again);
        round.claim(again, group);
    }

    // seeking --------------------------------------------------------------------------------------------------------

    private List<String> inOrder() {
        return round.needs.values().stream()
                .sorted(Comparator.comparing(Need::handoff)
                        .reversed()
                        .thenComparing(Need::since)
                        .thenComparing(Need::needId))
                .map(Need::needId)
                .toList();
    }

    private void seek(String needId) {
        var need = Objects.requireNonNull(round.needs.get(needId));
        var serving = round.serving(need).findFirst();
        if (serving.isPresent() && !serving.get().waiting()) {
            return;
        }
        var wait = serving.orElse(null);
        var left = round.leftDuring(need.admissionId());
        var search = policy.search(candidate(need.phase(), left, wait), round.around.groups());
        var free = search.ranked().stream().filter(fits -> !fits.full()).findFirst();
        if (free.isPresent()) {
            if (wait != null) {
                round.release(wait, "moved-to-free-place");
            }
            ask(need, search, free.get(), false);
        } else if (wait == null && !search.ranked().isEmpty()) {
            ask(need, search, search.ranked().getFirst(), true);
        } else if (wait == null) {
            tellWhyNot(need, search.shortened());
        }
    }

    private void ask(Need need, Search search, Search.Ranked chosen, boolean orQueue) {
        var found = need.found(search.shortened());
        round.needs.put(need.needId(), found);
        var group = round.around.group(chosen.groupId()).orElseThrow();
        round.ask(need.admissionId(), need.phase(), found, group, orQueue, false);
    }

    private void tellWhyNot(Need need, Search search) {
        boolean early = round.known.profile() == null && !need.handoff(); // intake's worklist waits for it
        var telling = (early ? "early " : "") + need.requestId() + " " + search.counts();
        if (telling.equals(need.told()) || round.known.centreId() == null) {
            return;
        }
        round.needs.put(need.needId(), need.found(search, telling));
        if (!early) {
            round.tell(round.nothingFits(need, search));
        }
    }

    Candidate candidate(Phase phase, Set<String> left, @Nullable Seat except) {
        var others = round.active()
                .filter(seat -> except == null || !seat.seatId().equals(except.seatId()))
                .flatMap(seat -> round.around.group(seat.groupId()).stream())
                .toList();
        return new Candidate(
                round.known,
                phase,
                others,
                policy.therapy(round.known),
                round.around.groupsToKeepOutOf(),
                left,
                round.now);
    }
}
