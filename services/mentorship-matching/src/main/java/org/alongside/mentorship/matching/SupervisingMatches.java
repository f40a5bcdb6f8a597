package org.alongside.mentorship.matching;

import org.alongside.eventing.document.Cause;
import org.alongside.eventing.web.Refused;
import org.alongside.mentorship.MentorshipSettings;
import org.alongside.mentorship.person.Episode;
import org.alongside.mentorship.ranking.Candidate;
import org.alongside.mentorship.ranking.MentorRules;
import org.alongside.mentorship.ranking.Ranking;
import org.alongside.mentorship.ranking.Scored;
import org.alongside.mentorship.ranking.Seeker;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Staff decide instead of the machine; who did is recorded. The hard rules bind staff too, apart from those for machines. */
@Component
class SupervisingMatches {

    static final String PIN = "pin";
    static final String VETO = "veto";
    static final String ALTERNATIVE = "alternative";

    private final Mentees mentees;
    private final Matching matching;
    private final MentorRules rules;
    private final MentorshipSettings settings;

    SupervisingMatches(Mentees mentees, Matching matching, MentorRules rules, MentorshipSettings settings) {
        this.mentees = mentees;
        this.matching = matching;
        this.rules = rules;
        this.settings = settings;
    }

    /** This mentor and no other; what was under way is taken back. */
    void pin(String patientId, String mentorId, String staff, Cause cause) {
        mentees.decide(patientId, cause, (u, roster) -> choose(u, roster, PIN, mentorId, staff));
    }

    /** One of those that were listed as the next best. */
    void alternative(String patientId, String mentorId, String staff, Cause cause) {
        mentees.decide(patientId, cause, (u, roster) -> {
            var why = u.why;
            if (why == null || listed(why.ranking(), mentorId) == null) {
                throw Refused.conflict("not-an-alternative", "The latest search does not list this mentor.");
            }
            choose(u, roster, ALTERNATIVE, mentorId, staff);
        });
    }

    /** Never this mentor for this person; an offer is taken back, a match ends. */
    void veto(String patientId, String mentorId, String staff, Cause cause) {
        mentees.decide(patientId, cause, (u, roster) -> {
            candidate(roster, mentorId);
            u.veto(mentorId);
            u.chose(new StaffChoice(VETO, mentorId, staff, u.now));
            var proposal = u.search.proposal();
            if (proposal != null && proposal.mentorId().equals(mentorId)) {
                u.withdraw(Side.STAFF);
            }
            var match = u.match;
            if (match != null && match.mentorId().equals(mentorId)) {
                u.endMatch(match, Side.PROGRAMME, EndReason.Found.VETOED, false);
            }
        });
    }

    private void choose(Unfolding u, Roster roster, String kind, String mentorId, String staff) {
        var episode = searchable(u);
        var candidate = candidate(roster, mentorId);
        var proposal = u.search.proposal();
        if (proposal != null && proposal.mentorId().equals(mentorId)) {
            throw Refused.conflict("already-proposed", "This mentor is the one being offered.");
        }
        var seeker = matching.seeker(u, episode);
        rules.refusal(seeker.byStaff(), candidate, u.now).ifPresent(rule -> {
            throw Refused.conflict(rule.name(), "A rule that binds staff too refuses this mentor for this person.");
        });
        var ranking = rules.rank(seeker, roster.all(), u.now);
        u.withdraw(Side.STAFF);
        u.chose(new StaffChoice(kind, mentorId, staff, u.now));
        u.why = new Why(u.now, ranking);
        u.searchingSince = u.searchingSince == null ? u.now : u.searchingSince;
        u.claim(episode.admissionId(), chosen(ranking, seeker, candidate, u), ranking, staff);
    }

    private Episode searchable(Unfolding u) {
        var mentee = u.mentee();
        if (mentee.match() != null && !mentee.continuityOpen()) {
            throw Refused.conflict("already-matched", "The person has a mentor; that match has to end first.");
        }
        Blocker.of(mentee, settings, u.now)
                .filter(reason -> !reason.equals(Blocker.PROFILE_AWAITED))
                .ifPresent(reason -> {
                    throw Refused.conflict(reason, "Nobody is offered to this person now.");
                });
        return u.person.current().orElseThrow();
    }

    private static Candidate candidate(Roster roster, String mentorId) {
        return roster.find(mentorId)
                .orElseThrow(() -> Refused.unknown("unknown-mentor", "mentorId", "No mentor is kept under this id."));
    }

    private Scored chosen(Ranking ranking, Seeker seeker, Candidate candidate, Unfolding u) {
        var listed = listed(ranking, candidate.mentorId());
        return listed != null ? listed : rules.score(seeker, candidate, u.now).ranked(ranking.fitting() + 1);
    }

    private static @Nullable Scored listed(Ranking ranking, String mentorId) {
        return ranking.best().stream()
                .filter(scored -> scored.mentorId().equals(mentorId))
                .findFirst()
                .orElse(null);
    }
}
