package org.alongside.mentorship.matching;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
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

    static final int A_RUN = 200;

    private final Documents<Mentee> mentees;
    private final Documents<Mentor> mentors;

    private final long everyNanos;
    private final AtomicLong next = new AtomicLong(System.nanoTime());
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

    /**
     * All mentors, who are few and remembered, against one page of people, each run the next. A place is named before it
     * is claimed and given back after it was dropped: who is read after the mentors names it still.
     */
    void compare() {
        var all = mentors.all(new Document()).toList();
        var after = lastMentee;
        var page = mentees.page(new Document(), after, A_RUN);
        var until = page.size() < A_RUN ? "" : page.getLast().id();
        lastMentee = until;
        var people = page.stream().collect(Collectors.toMap(Kept::id, Function.identity()));
        Predicate<String> ofThisPage = id -> id.compareTo(after) > 0 && (until.isEmpty() || id.compareTo(until) <= 0);
        var taken = new HashSet<String>();
        for (var mentor : all) {
            places(mentor).forEach((matchId, place) -> {
                taken.add(matchId);
                if (ofThisPage.test(place.patientId()) && !namedOrOwed(people.get(place.patientId()), matchId)) {
                    drop(mentor.id(), matchId);
                }
            });
        }
        page.forEach(person -> claimMissing(person, taken));
    }

    private static Map<String, Place> places(Kept<Mentor> kept) {
        var mentor = kept.state();
        return mentor == null ? Map.of() : mentor.places();
    }

    private static boolean namedOrOwed(@Nullable Kept<Mentee> mentee, String matchId) {
        return mentee != null && (named(mentee, matchId) || mentee.owed().containsKey(matchId));
    }

    private void drop(String mentorId, String matchId) {
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
            claimMissing(mentee, offer.proposal(), taken);
        }
        if (state.match() != null) {
            claimMissing(mentee, state.match().proposal(), taken);
        }
    }

    private void claimMissing(Kept<Mentee> mentee, Proposal proposal, Set<String> taken) {
        var matchId = proposal.matchId();
        boolean owed = mentee.owed().containsKey(matchId);
        if (mentee.frozen() || owed || taken.contains(matchId) || takenSince(proposal)) {
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

    private boolean takenSince(Proposal proposal) {
        return mentors.find(proposal.mentorId())
                .filter(mentor -> places(mentor).containsKey(proposal.matchId()))
                .isPresent();
    }
}
