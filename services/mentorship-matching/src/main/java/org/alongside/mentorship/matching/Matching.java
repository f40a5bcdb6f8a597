package org.alongside.mentorship.matching;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.alongside.mentorship.MentorshipSettings;
import org.alongside.mentorship.matching.EndReason.Found;
import org.alongside.mentorship.mentor.Mentor;
import org.alongside.mentorship.mentor.MentorState;
import org.alongside.mentorship.person.Episode;
import org.alongside.mentorship.ranking.Candidate;
import org.alongside.mentorship.ranking.HardRule;
import org.alongside.mentorship.ranking.MentorRules;
import org.alongside.mentorship.ranking.Ranking;
import org.alongside.mentorship.ranking.Seeker;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What follows for a person from everything that is known now. Asked after every fact, answer and deadline, and harmless
 * when asked again: first what must end, then what the hand-off asked, then the search.
 */
@Component
final class Matching {

    private final MentorRules rules;
    private final MentorshipSettings settings;

    Matching(MentorRules rules, MentorshipSettings settings) {
        this.rules = rules;
        this.settings = settings;
    }

    /** @param frozen a record of intake is parked: only facts come here, what they end ends, and nobody is looked for */
    void proceed(Unfolding u, Roster roster, boolean frozen) {
        endWhatMust(u, roster);
        answerContinuity(u, roster);
        dropWhatIsNotNeeded(u);
        answerWithOffer(u);
        search(u, roster, frozen);
    }

    void endWhatMust(Unfolding u, Roster roster) {
        knowMentor(u, roster);
        endWhatIsOver(u);
        endWithoutConsent(u);
        endUnderAge(u);
        endAvoided(u);
        expire(u);
        noticeMissingContact(u);
        lookAtMentor(u, roster);
        withdrawWhatIsBlocked(u);
    }

    /** What a match may go on without depends on what the mentor is now, not on what they were when it began. */
    private static void knowMentor(Unfolding u, Roster roster) {
        var match = u.match;
        if (match != null) {
            roster.find(match.mentorId())
                    .ifPresent(mentor -> u.match = match.as(mentor.mentor().profile()));
        }
    }

    private static void endWhatIsOver(Unfolding u) {
        var reason = u.person.deceased() ? Found.DECEASED : Found.ADMISSION_CANCELLED;
        var proposal = u.search.proposal();
        if (proposal != null && over(u, proposal.admissionId())) {
            u.withdraw(Side.STAFF);
        }
        var match = u.match;
        if (match != null && over(u, match.admissionId())) {
            u.remember(match.mentorId());
            u.endMatch(match, Side.PROGRAMME, reason, false);
        }
        endRequest(u);
    }

    /** Nobody hands over the stay before while the person is in treatment again; if need be it is asked for anew. */
    private static void endRequest(Unfolding u) {
        var asked = u.continuity;
        if (asked != null && (u.person.deceased() || u.person.backSince(asked.admissionId()))) {
            u.continuity = null;
        }
    }

    private static boolean over(Unfolding u, String admissionId) {
        return u.person.deceased() || u.person.cancelled(admissionId);
    }

    private static void endWithoutConsent(Unfolding u) {
        if (u.person.discloses(u.now)) {
            return;
        }
        var proposal = u.search.proposal();
        if (proposal != null && !proposal.employedCoach()) {
            u.withdraw(Side.PATIENT);
        }
        var match = u.match;
        if (match != null && !match.employedCoach()) {
            u.endMatch(match, Side.PROGRAMME, Found.CONSENT_ENDED, false);
        }
    }

    /** Who is not known to be an adult walks with employed coaches only. The search that follows names the rule. */
    private static void endUnderAge(Unfolding u) {
        var match = u.match;
        if (match != null && !match.employedCoach() && !u.person.adult()) {
            u.endMatch(match, Side.PROGRAMME, null, false);
        }
    }

    private static void endAvoided(Unfolding u) {
        var avoid = u.person.wishes().avoid();
        var proposal = u.search.proposal();
        if (proposal != null && avoid.contains(proposal.mentorId())) {
            u.withdraw(Side.PATIENT);
        }
        var match = u.match;
        if (match != null && avoid.contains(match.mentorId())) {
            u.endMatch(match, Side.PATIENT, null, true);
        }
    }

    private static void expire(Unfolding u) {
        if (u.search instanceof Search.Offered offer && !u.now.isBefore(offer.expires())) {
            u.expire(offer);
        }
    }

    private void noticeMissingContact(Unfolding u) {
        var match = u.match;
        if (match == null || match.firstContactAt() != null) {
            return;
        }
        if (!match.overdueTold() && passed(match, settings.firstContactOverdue(), u.now)) {
            u.events.overdue(match);
            u.match = match.toldOverdue();
        }
        if (passed(match, settings.firstContactGivenUp(), u.now)) {
            u.pass(match.mentorId(), "no-first-contact");
            u.endMatch(match, Side.PROGRAMME, Found.NO_FIRST_CONTACT, true);
        }
    }

    private static boolean passed(Match match, Duration wait, Instant now) {
        return !now.isBefore(match.assignedAt().plus(wait));
    }

    /**
     * A proposal of somebody who may no longer serve is taken back; who is suspended, or is to keep away from the person,
     * loses the match too.
     */
    private void lookAtMentor(Unfolding u, Roster roster) {
        var proposal = u.search.proposal();
        if (proposal != null) {
            lookAtProposal(u, proposal, roster.find(proposal.mentorId()));
        }
        var match = u.match;
        if (match != null) {
            roster.find(match.mentorId()).ifPresent(mentor -> lookAtMatch(u, match, mentor.mentor()));
        }
    }

    private void lookAtProposal(Unfolding u, Proposal proposal, Optional<Candidate> mentor) {
        if (refusal(u, mentor, proposal.staff() != null).isPresent()) {
            u.withdraw(Side.STAFF);
        } else {
            mentor.map(now -> now.mentor().profile())
                    .filter(now -> now.employedCoach() != proposal.employedCoach())
                    .ifPresent(now -> proposeAnew(u, proposal.as(now)));
        }
    }

    /**
     * A coach accepts by default, a volunteer is asked: who became the other is proposed anew, on the place that is held,
     * because somebody who waits would get it if it were given back.
     */
    private void proposeAnew(Unfolding u, Proposal proposal) {
        switch (u.search) {
            case Search.Claiming claiming -> u.search = new Search.Claiming(proposal);
            case Search.Offered offer -> {
                u.events.declined(offer, Side.STAFF);
                offer(u, proposal);
            }
            case Search.Waiting waiting -> {}
            case Search.Idle idle -> {}
        }
    }

    private static void lookAtMatch(Unfolding u, Match match, Mentor mentor) {
        if (mentor.state() == MentorState.SUSPENDED) {
            u.pass(match.mentorId(), "suspended");
            u.endMatch(match, Side.PROGRAMME, Found.MENTOR_SUSPENDED, true);
        } else if (mentor.profile().avoid().contains(u.patientId)) {
            u.endMatch(match, Side.MENTOR, null, true);
        }
    }

    /** Nobody is asked during withdrawal management, not even where the offer went out before. */
    private void withdrawWhatIsBlocked(Unfolding u) {
        var blocker = Blocker.of(u.mentee(), settings, u.now).filter(reason -> !reason.equals(Blocker.PROFILE_AWAITED));
        boolean drops = switch (u.search) {
            case Search.Claiming claiming -> blocker.isPresent();
            case Search.Offered offer ->
                blocker.filter(Blocker.WITHDRAWAL_MANAGEMENT::equals).isPresent();
            case Search.Waiting waiting -> false;
            case Search.Idle idle -> false;
        };
        if (drops) {
            u.withdraw(Side.STAFF);
        }
    }

    private Optional<HardRule> refusal(Unfolding u, Optional<Candidate> candidate, boolean byStaff) {
        var episode = u.person.current();
        if (episode.isEmpty() || candidate.isEmpty()) {
            return Optional.empty();
        }
        var seeker = seeker(u, episode.get()).holdingPlace();
        return rules.refusal(byStaff ? seeker.byStaff() : seeker, candidate.get(), u.now)
                .filter(rule -> !rule.name().equals("ends-at-discharge"));
    }

    private static void answerContinuity(Unfolding u, Roster roster) {
        var asked = u.continuity;
        var match = u.match;
        if (asked == null || match == null) {
            return;
        }
        if (u.mentee().continuityOpen() && goesOn(roster, match.mentorId())) {
            if (!match.matchId().equals(asked.toldMatch())) {
                u.events.kept(asked, match);
            }
            u.continuity = asked.answeredBy(match);
        } else if (asked.answered() && u.person.staysIn(asked.admissionId()) && endsAtDischarge(roster, match)) {
            u.continuity = asked.unanswered();
        }
    }

    /** Nobody loses a peer with whom they were discharged already. */
    private static boolean endsAtDischarge(Roster roster, Match match) {
        return roster.find(match.mentorId())
                .filter(c -> !c.mentor().profile().goesOnAfterDischarge())
                .isPresent();
    }

    private static boolean goesOn(Roster roster, String mentorId) {
        return roster.find(mentorId)
                .filter(c -> c.mentor().state() != MentorState.SUSPENDED)
                .filter(c -> c.mentor().profile().goesOnAfterDischarge())
                .isPresent();
    }

    private static void dropWhatIsNotNeeded(Unfolding u) {
        if (u.match != null && u.search.proposal() != null && !u.mentee().continuityOpen()) {
            u.withdraw(Side.STAFF);
        }
    }

    /** No other answer comes until both have said yes or no, and the hand-off hears only what names its request. */
    private static void answerWithOffer(Unfolding u) {
        var requestId = u.mentee().openRequest();
        if (requestId != null && u.search instanceof Search.Offered offer && !requestId.equals(offer.requestId())) {
            u.tell(offer);
        }
    }

    private void search(Unfolding u, Roster roster, boolean frozen) {
        if (u.search.proposal() != null) {
            return;
        }
        var mentee = u.mentee();
        var blocker = mentee.match() != null && !mentee.continuityOpen()
                ? Optional.of("matched")
                : Blocker.of(mentee, settings, u.now);
        if (frozen && blocker.isEmpty()) {
            blocker = Optional.of(Blocker.FROZEN);
        }
        if (blocker.isPresent()) {
            u.idle(blocker.get());
            return;
        }
        look(u, roster, u.person.current().orElseThrow());
    }

    private void look(Unfolding u, Roster roster, Episode episode) {
        u.searchingSince = u.searchingSince == null ? u.now : u.searchingSince;
        var match = u.match;
        if (match != null) {
            u.pass(match.mentorId(), "walks-with-the-person");
        }
        var ranking = rules.rank(seeker(u, episode), roster.all(), u.now);
        var first = ranking.first();
        if (first.isPresent()) {
            u.why = new Why(u.now, ranking);
            u.claim(episode.admissionId(), first.get(), ranking, null);
        } else {
            await(u, episode, ranking);
        }
    }

    /** Told once per wait and per request; looked at without a change, the document stays as it is. */
    private void await(Unfolding u, Episode episode, Ranking ranking) {
        var asked = u.mentee().openContinuity();
        var requestId = asked == null ? null : asked.requestId();
        boolean waits = u.search instanceof Search.Waiting waiting && !news(waiting, requestId);
        if (waits && u.why != null && u.why.ranking().equals(ranking) && u.now.isBefore(lookAgain(u))) {
            return;
        }
        u.why = new Why(u.now, ranking);
        if (!waits) {
            u.events.waitlisted(episode.admissionId(), Objects.requireNonNull(u.searchingSince), ranking, asked);
            u.lookOnceMore();
        }
        u.search = new Search.Waiting(u.now.plus(settings.lookAgain()), requestId);
    }

    private static Instant lookAgain(Unfolding u) {
        return u.search instanceof Search.Waiting waiting ? waiting.lookAgain() : u.now;
    }

    /** A request that was withdrawn is news too: whoever was told under it may have stopped listening. */
    private static boolean news(Search.Waiting waiting, @Nullable String requestId) {
        return !Objects.equals(requestId, waiting.requestId());
    }

    /** No rule keeps the machine from offering this mentor to the person. */
    boolean fits(Unfolding u, Candidate mentor) {
        return u.person
                .current()
                .filter(episode ->
                        rules.refusal(seeker(u, episode), mentor, u.now).isEmpty())
                .isPresent();
    }

    Seeker seeker(Unfolding u, Episode episode) {
        return u.mentee().seeker(u.patientId, episode.centreId(), u.now);
    }

    /** The mentor took the place: both are asked now. */
    void offer(Unfolding u, Proposal proposal) {
        boolean accepted = settings.coachesAcceptByDefault() && proposal.employedCoach();
        u.offer(proposal, u.now.plus(settings.offerStands()), accepted);
    }

    /** Both said yes. Whoever walked with the person until now hands over. */
    void assign(Unfolding u, Roster roster, Search.Offered offer) {
        var match = u.match;
        if (match != null) {
            u.remember(match.mentorId());
            u.endMatch(match, Side.PROGRAMME, Found.HANDED_OVER, true);
        }
        u.assign(offer);
        var assigned = Match.of(offer.proposal(), u.now);
        var asked = u.continuity;
        if (asked != null && !asked.answered() && goesOn(roster, assigned.mentorId())) {
            u.continuity = asked.answeredBy(assigned);
            u.events.assigned(assigned, asked);
        } else {
            u.events.assigned(assigned, null);
        }
    }
}
