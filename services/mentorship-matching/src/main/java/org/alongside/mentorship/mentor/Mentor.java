package org.alongside.mentorship.mentor;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.alongside.eventing.document.Decision;
import org.alongside.eventing.document.Kept;
import org.alongside.eventing.document.Owed;
import org.alongside.eventing.document.Told;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.TypeAlias;

/**
 * A mentor or coach and the places they have. Never holds more than its capacity: a place is taken in the one write
 * that sees it free.
 *
 * @param terms rises with every change of the profile or state; a claim names the terms it was checked against
 * @param places by matchId
 * @param looked every lapse up to here was acted upon
 * @param ended matches that ended while they counted, for supervision; a cancelled admission does not count
 */
@TypeAlias("mentor")
public record Mentor(
        MentorProfile profile,
        MentorState state,
        int capacity,
        int terms,
        Map<String, Place> places,
        Instant looked,
        int ended) {

    /** Owed by a mentor: one look through the people who wait. */
    public static final String SEARCH_WAITING = "search-waiting";

    /** Owed by a mentor: one look at a person they have a place for. */
    public static final String LOOK_AGAIN = "look-again";

    public int free() {
        return Math.max(0, capacity - places.size());
    }

    public Optional<Instant> dueAt() {
        return profile.nextLapse(looked);
    }

    /** A new mentor, or new terms of a known one. The same profile again changes nothing. */
    static Decision<Mentor, Void> keep(Kept<Mentor> kept, MentorProfile profile, int capacity, Instant now) {
        var before = kept.state();
        if (before == null) {
            var mentor = new Mentor(profile, MentorState.ACTIVE, capacity, 1, Map.of(), now, 0);
            return mentor.after(kept, true);
        }
        if (before.profile.equals(profile) && before.capacity == capacity) {
            return Decision.unchanged();
        }
        return new Mentor(profile, before.state, capacity, before.terms + 1, before.places, now, before.ended)
                .after(kept, true);
    }

    Decision<Mentor, Void> to(Kept<Mentor> kept, MentorState next) {
        return next == state
                ? Decision.unchanged()
                : new Mentor(profile, next, capacity, terms + 1, places, looked, ended).after(kept, true);
    }

    /** A clearance has lapsed: whoever has an offer from this mentor is looked at again. */
    Decision<Mentor, Void> lapsed(Kept<Mentor> kept, Instant now) {
        return dueAt().filter(due -> !now.isBefore(due)).isEmpty()
                ? Decision.unchanged()
                : new Mentor(profile, state, capacity, terms + 1, places, now, ended).after(kept, true);
    }

    /**
     * Takes the place if there is one and nothing has changed since the claim was decided. Knows a claim it took before.
     *
     * @param checked the terms the claim was decided on, or null where it renews a place that was held before
     * @param afterDischarge whose hand-off asks: only they, and who held a place before, take one that is kept
     */
    public Decision<Mentor, ClaimOutcome> claim(
            Kept<Mentor> kept,
            String matchId,
            String patientId,
            @Nullable Integer checked,
            boolean afterDischarge,
            Instant now) {
        if (places.containsKey(matchId)) {
            return Decision.<Mentor, ClaimOutcome>unchanged().answering(ClaimOutcome.TAKEN);
        }
        boolean serves = checked == null ? state != MentorState.SUSPENDED : takesNew() && checked == terms;
        int leftFree = checked == null || afterDischarge ? 0 : profile.keptForDischarged();
        if (!serves || free() <= leftFree) {
            return Decision.<Mentor, ClaimOutcome>unchanged().answering(ClaimOutcome.REFUSED);
        }
        var next = with(p -> p.put(matchId, new Place(patientId, now)), ended);
        return next.<ClaimOutcome>after(kept, false).answering(ClaimOutcome.TAKEN);
    }

    /**
     * Frees the place and looks through those who wait. Those are looked through as well where the place was never taken
     * and is free: it was promised, and others were passed over for it.
     */
    public Decision<Mentor, Void> release(Kept<Mentor> kept, String matchId, boolean counts) {
        boolean held = places.containsKey(matchId);
        if (!held && (!takesNew() || free() == 0)) {
            return Decision.unchanged();
        }
        Decision<Mentor, Void> freed = held
                ? with(p -> p.remove(matchId), counts ? ended + 1 : ended).after(kept, false)
                : Decision.unchanged();
        return freed.owing("search-" + matchId, new Owed(SEARCH_WAITING, kept.id()));
    }

    private boolean takesNew() {
        return state == MentorState.ACTIVE;
    }

    private Mentor with(Consumer<Map<String, Place>> how, int endedThen) {
        var next = new LinkedHashMap<>(places);
        how.accept(next);
        return new Mentor(profile, state, capacity, terms, next, looked, endedThen);
    }

    private <A> Decision<Mentor, A> after(Kept<Mentor> kept, boolean newTerms) {
        Decision<Mentor, A> decision = Decision.to(this);
        var before = kept.state();
        if (before == null
                || before.state != state
                || before.capacity != capacity
                || (before.free() > 0) != (free() > 0)) {
            decision = decision.telling(availability(kept.id()));
        }
        return newTerms ? decision.owing(lookAgain(kept.id())) : decision;
    }

    private Told availability(String mentorId) {
        return new Told(
                "mentor-availability-changed",
                "1.0.0",
                new MentorAvailabilityChanged(mentorId, profile.centreId(), state, capacity, free()));
    }

    private Map<String, Owed> lookAgain(String mentorId) {
        var owed = new LinkedHashMap<String, Owed>();
        owed.put("search-t" + terms, new Owed(SEARCH_WAITING, mentorId));
        places.forEach((matchId, place) -> owed.put(matchId + "-t" + terms, new Owed(LOOK_AGAIN, place.patientId())));
        return owed;
    }
}
