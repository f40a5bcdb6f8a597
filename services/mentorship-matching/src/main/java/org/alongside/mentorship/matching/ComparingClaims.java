package org.alongside.mentorship.matching;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.alongside.eventing.document.Cause;
import org.alongside.eventing.document.Decision;
import org.alongside.eventing.document.Documents;
import org.alongside.eventing.document.Kept;
import org.alongside.eventing.document.Sweep;
import org.alongside.mentorship.MentorshipSettings;
import org.alongside.mentorship.mentor.Mentor;
import org.alongside.mentorship.mentor.Place;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Compares both ways what a crash or a restore may have left: a place that no mentee names is freed, a match or offer
 * without its place claims it again.
 */
@Component
class ComparingClaims implements Sweep {

    private static final Document OFFERED = new Document("state.search._class", Search.OFFERED);
    private static final Document MATCHED = new Document("state.match", new Document("$exists", true));

    private final Documents<Mentee> mentees;
    private final Documents<Mentor> mentors;

    private final long everyNanos;
    private final AtomicLong next = new AtomicLong(System.nanoTime());

    ComparingClaims(Documents<Mentee> mentees, Documents<Mentor> mentors, MentorshipSettings settings) {
        this.mentees = mentees;
        this.mentors = mentors;
        this.everyNanos = settings.compareClaims().toNanos();
    }

    /** The first run is at once, because a crash may have come before; the others are not needed often. */
    @Override
    public void run() {
        long now = System.nanoTime();
        long due = next.get();
        if (now - due >= 0 && next.compareAndSet(due, now + everyNanos)) {
            compare();
        }
    }

    /** A place is named before it is claimed and given back after it was dropped, so mentees are read before and after. */
    void compare() {
        var holding = new HashMap<String, Kept<Mentee>>();
        mentees.all(OFFERED).forEach(kept -> holding.put(kept.id(), kept));
        mentees.all(MATCHED).forEach(kept -> holding.put(kept.id(), kept));
        var taken = new HashSet<String>();
        mentors.all(new Document())
                .forEach(mentor -> places(mentor).forEach((matchId, place) -> {
                    taken.add(matchId);
                    dropUnnamed(mentor.id(), matchId, place, holding.get(place.patientId()));
                }));
        holding.values().forEach(mentee -> claimMissing(mentee, taken));
    }

    private static Map<String, Place> places(Kept<Mentor> kept) {
        var mentor = kept.state();
        return mentor == null ? Map.of() : mentor.places();
    }

    private void dropUnnamed(String mentorId, String matchId, Place place, @Nullable Kept<Mentee> before) {
        if (before != null && named(before, matchId)) {
            return;
        }
        var after = mentees.find(place.patientId());
        if (after.isPresent()
                && (named(after.get(), matchId) || after.get().owed().containsKey(matchId))) {
            return;
        }
        mentors.change(mentorId, Cause.OWN, (kept, now) -> {
            var mentor = kept.state();
            return mentor == null ? Decision.unchanged() : mentor.release(kept, matchId, false);
        });
    }

    private static boolean named(Kept<Mentee> mentee, String matchId) {
        return mentee.orElse(Mentee.SHELL).names(matchId);
    }

    private void claimMissing(Kept<Mentee> mentee, Set<String> taken) {
        var state = mentee.orElse(Mentee.SHELL);
        if (state.search() instanceof Search.Offered offer) {
            claimMissing(mentee, offer.proposal().matchId(), offer.proposal().mentorId(), taken);
        }
        var match = state.match();
        if (match != null) {
            claimMissing(mentee, match.matchId(), match.mentorId(), taken);
        }
    }

    private void claimMissing(Kept<Mentee> mentee, String matchId, String mentorId, Set<String> taken) {
        if (taken.contains(matchId) || mentee.frozen() || mentee.owed().containsKey(matchId)) {
            return;
        }
        mentees.change(mentee.id(), Cause.OWN, (kept, now) -> {
            if (!named(kept, matchId) || kept.owed().containsKey(matchId)) {
                return Decision.unchanged();
            }
            var u = new Unfolding(kept, now);
            u.claimAgain(matchId, mentorId);
            return u.decision();
        });
    }
}
