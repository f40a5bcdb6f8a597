package org.alongside.mentorship.matching;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.alongside.eventing.document.Decision;
import org.alongside.eventing.document.Kept;
import org.alongside.eventing.document.Owed;
import org.alongside.mentorship.person.Episode;
import org.alongside.mentorship.person.Person;
import org.alongside.mentorship.ranking.Ranking;
import org.alongside.mentorship.ranking.Scored;
import org.jspecify.annotations.Nullable;

/**
 * One decision about one mentee while it is being made: the moves, each of which keeps state, events and owed work
 * together. What was not moved is written as it was.
 */
final class Unfolding {

    static final String CLAIM = "claim";
    static final String RELEASE = "release";
    static final String LOOK = "look-once-more";
    private static final Set<String> INTERRUPTS = Set.of(Blocker.FROZEN, Blocker.DISCHARGED);
    private static final Set<String> OVER = Set.of("deceased", "no-admission");
    private static final int CHOICES_KEPT = 20;
    private static final int PREVIOUS_KEPT = 10;

    final String patientId;
    final Instant now;
    final MenteeEvents events;
    private final Mentee before;
    Person person;
    Search search;

    @Nullable
    Instant searchingSince;

    @Nullable
    Match match;

    @Nullable
    Continuity continuity;

    private Map<String, String> passed;
    private final Set<String> vetoed;
    private final List<String> previous;
    private final List<StaffChoice> choices;
    private int matches;
    private int offers;

    @Nullable
    Why why;

    private final Map<String, Owed> owes = new LinkedHashMap<>();
    private final Set<String> settles = new LinkedHashSet<>();

    Unfolding(Kept<Mentee> kept, Instant now) {
        this.patientId = kept.id();
        this.now = now;
        this.events = new MenteeEvents(kept.id());
        this.before = kept.orElse(Mentee.SHELL);
        this.person = before.person();
        person.centre().ifPresent(events::at);
        this.search = before.search();
        this.searchingSince = before.searchingSince();
        this.match = before.match();
        this.continuity = before.continuity();
        this.passed = new HashMap<>(before.passed());
        this.vetoed = new HashSet<>(before.vetoed());
        this.previous = new ArrayList<>(before.previous());
        this.choices = new ArrayList<>(before.choices());
        this.matches = before.matches();
        this.offers = before.offers();
        this.why = before.why();
    }

    /**
     * Nobody is looked for. A parked record only interrupts a search, and so does a discharge: the hand-off may ask for it
     * to go on, or the stay be resumed.
     */
    void idle(String reason) {
        search = new Search.Idle(reason);
        if (!INTERRUPTS.contains(reason)) {
            searchingSince = null;
        }
        if (OVER.contains(reason)) {
            passed = new HashMap<>();
        }
    }

    Mentee mentee() {
        return new Mentee(
                person,
                search,
                searchingSince,
                match,
                continuity,
                Map.copyOf(passed),
                Set.copyOf(vetoed),
                List.copyOf(previous),
                matches,
                offers,
                why,
                List.copyOf(choices));
    }

    /** The facts as they are from now on; what is told names the centre they name. A new stay is searched for afresh. */
    void know(Person next) {
        if (search.equals(new Search.Idle(Blocker.DISCHARGED)) && !stay(next).equals(stay(person))) {
            searchingSince = null;
            passed = new HashMap<>();
        }
        person = next;
        next.centre().ifPresent(events::at);
    }

    private static Optional<String> stay(Person person) {
        return person.current().map(Episode::admissionId);
    }

    <A> Decision<Mentee, A> decision() {
        var after = mentee();
        if (after.equals(before) && owes.isEmpty() && settles.isEmpty()) {
            return Decision.unchanged();
        }
        var told = events.told().stream().map(MenteeWire::told).toList();
        return settles.stream()
                .reduce(
                        Decision.<Mentee, A>to(after).telling(told).owing(owes),
                        Decision::settling,
                        (one, other) -> other);
    }

    void claim(String admissionId, Scored chosen, Ranking ranking, @Nullable String staff) {
        matches++;
        var matchId = patientId + "-m" + matches;
        search = new Search.Claiming(Proposal.of(matchId, admissionId, chosen, ranking.considered(), staff));
        var details = Map.of(
                "terms", Integer.toString(chosen.terms()),
                "afterDischarge", Boolean.toString(mentee().continuityOpen()));
        owes.put(matchId, new Owed(CLAIM, chosen.mentorId(), details));
    }

    /** A place that should be held and is not: claimed again under the same id, whatever the mentor's terms are. */
    void claimAgain(String matchId, String mentorId) {
        owes.put(matchId, new Owed(CLAIM, mentorId));
    }

    /** A place may have been freed between the look and this write, when nobody was seen to wait for it. */
    void lookOnceMore() {
        owes.put("look-" + matches + "-" + offers, new Owed(LOOK, patientId));
    }

    void settle(String entry) {
        settles.add(entry);
    }

    void offer(Proposal proposal, Instant expires, boolean mentorAccepted) {
        offers++;
        tell(new Search.Offered(proposal, patientId + "-o" + offers, expires, false, mentorAccepted, null));
    }

    /** An offer is told when it is made, and once more to each request of the hand-off that comes while it stands. */
    void tell(Search.Offered offer) {
        var asked = mentee().openContinuity();
        search = offer.toldTo(asked);
        events.proposed(offer, asked);
    }

    /** Takes back what is under way. A place that was only being claimed is told to nobody. */
    void withdraw(Side by) {
        if (search instanceof Search.Offered offer) {
            events.declined(offer, by);
        }
        drop();
    }

    void expire(Search.Offered offer) {
        events.expired(offer);
        passed.put(offer.proposal().mentorId(), "offer-expired");
        drop();
    }

    private void drop() {
        var proposal = search.proposal();
        if (proposal != null) {
            release(proposal.matchId(), proposal.mentorId(), false);
            search = new Search.Idle("search-goes-on");
        }
    }

    private void release(String matchId, String mentorId, boolean counts) {
        owes.put(matchId, new Owed(RELEASE, mentorId, Map.of("counts", Boolean.toString(counts))));
    }

    /** The place was never taken, so there is nothing to give back. */
    void forget(String matchId) {
        owes.remove(matchId);
        settles.add(matchId);
    }

    void assign(Search.Offered offer) {
        match = Match.of(offer.proposal(), now);
        searchingSince = null;
        passed = new HashMap<>();
        search = new Search.Idle("matched");
    }

    void endMatch(Match ending, Side by, @Nullable EndReason reason, boolean counts) {
        events.ended(ending, now, by, reason);
        release(ending.matchId(), ending.mentorId(), counts);
        match = null;
        if (continuity != null) {
            continuity = continuity.unanswered();
        }
    }

    void pass(String mentorId, String reason) {
        passed.put(mentorId, reason);
    }

    void remember(String mentorId) {
        previous.remove(mentorId);
        previous.add(mentorId);
        while (previous.size() > PREVIOUS_KEPT) {
            previous.removeFirst();
        }
    }

    void veto(String mentorId) {
        vetoed.add(mentorId);
        previous.remove(mentorId);
    }

    void chose(StaffChoice choice) {
        choices.add(choice);
        while (choices.size() > CHOICES_KEPT) {
            choices.removeFirst();
        }
    }
}
