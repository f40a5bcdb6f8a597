package org.alongside.mentorship.matching;

import java.util.List;
import java.util.Map;
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
import org.springframework.stereotype.Component;

/**
 * Compares both ways what a crash or a restore may have left: a place that no mentee names is freed, a match or offer
 * without its place claims it again.
 */
@Component
class ComparingClaims implements Sweep {

    static final int A_RUN = 200;

    private final Documents<Mentee> mentees;
    private final Documents<Mentor> mentors;

    private final long everyNanos;
    private final AtomicLong next = new AtomicLong(System.nanoTime());
    private volatile String lastMentor = "";
    private volatile String lastMentee = "";

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

    /** One page of each, each run the next, so that a run is short whatever the number of people. */
    void compare() {
        var someMentors = mentors.page(new Document(), lastMentor, A_RUN);
        lastMentor = last(someMentors);
        someMentors.forEach(
                mentor -> places(mentor).forEach((matchId, place) -> dropUnnamed(mentor.id(), matchId, place)));
        var somePeople = mentees.page(new Document(), lastMentee, A_RUN);
        lastMentee = last(somePeople);
        somePeople.forEach(this::claimMissing);
    }

    private static String last(List<? extends Kept<?>> page) {
        return page.size() < A_RUN ? "" : page.getLast().id();
    }

    private static Map<String, Place> places(Kept<Mentor> kept) {
        var mentor = kept.state();
        return mentor == null ? Map.of() : mentor.places();
    }

    /** A place is named before it is claimed and given back after it was dropped: who is read after it names it still. */
    private void dropUnnamed(String mentorId, String matchId, Place place) {
        var mentee = mentees.find(place.patientId());
        if (mentee.isPresent()
                && (named(mentee.get(), matchId) || mentee.get().owed().containsKey(matchId))) {
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

    private void claimMissing(Kept<Mentee> mentee) {
        var state = mentee.orElse(Mentee.SHELL);
        if (state.search() instanceof Search.Offered offer) {
            claimMissing(mentee, offer.proposal());
        }
        if (state.match() != null) {
            claimMissing(mentee, state.match().proposal());
        }
    }

    private void claimMissing(Kept<Mentee> mentee, Proposal proposal) {
        var matchId = proposal.matchId();
        if (mentee.frozen() || mentee.owed().containsKey(matchId) || taken(proposal)) {
            return;
        }
        mentees.change(mentee.id(), Cause.OWN, (kept, now) -> {
            if (!named(kept, matchId) || kept.owed().containsKey(matchId)) {
                return Decision.unchanged();
            }
            var u = new Unfolding(kept, now);
            u.claimAgain(matchId, proposal.mentorId());
            return u.decision();
        });
    }

    private boolean taken(Proposal proposal) {
        return mentors.find(proposal.mentorId())
                .filter(mentor -> places(mentor).containsKey(proposal.matchId()))
                .isPresent();
    }
}
