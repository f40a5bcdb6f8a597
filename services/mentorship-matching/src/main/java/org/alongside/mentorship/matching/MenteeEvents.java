package org.alongside.mentorship.matching;

import static java.math.BigDecimal.valueOf;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.alongside.mentorship.ranking.Ranking;
import org.jspecify.annotations.Nullable;

/** Collects what one decision tells of one person, from what was decided. */
final class MenteeEvents {

    private static final int DECIMALS = 4;

    private final String patientId;
    private String centreId = "";
    private final List<MenteeEvent> told = new ArrayList<>();

    MenteeEvents(String patientId) {
        this.patientId = patientId;
    }

    void at(String centre) {
        this.centreId = centre;
    }

    List<MenteeEvent> told() {
        return told;
    }

    void proposed(Search.Offered offer, @Nullable Continuity asked) {
        var p = offer.proposal();
        told.add(new MenteeEvent.MentorProposed(
                patientId,
                centreId,
                about(asked, p.admissionId()),
                offer.offerId(),
                p.matchId(),
                p.mentorId(),
                p.relation(),
                offer.expires(),
                weighed(p.contributions()),
                valueOf(p.score(), DECIMALS),
                p.rank(),
                p.considered(),
                requestId(asked)));
    }

    /** What answers the hand-off is about the stay that it asked for, whichever stay the search is for. */
    private static String about(@Nullable Continuity asked, String admissionId) {
        return asked == null ? admissionId : asked.admissionId();
    }

    private static @Nullable String requestId(@Nullable Continuity asked) {
        return asked == null ? null : asked.requestId();
    }

    static List<MenteeEvent.Weighed> weighed(Map<String, Integer> contributions) {
        return contributions.entrySet().stream()
                .map(c -> new MenteeEvent.Weighed(c.getKey(), valueOf(c.getValue(), DECIMALS)))
                .toList();
    }

    void assigned(Match match, @Nullable Continuity asked) {
        told.add(new MenteeEvent.MentorAssigned(
                patientId,
                centreId,
                about(asked, match.admissionId()),
                match.matchId(),
                match.mentorId(),
                match.relation(),
                match.assignedAt(),
                requestId(asked)));
    }

    void declined(Search.Offered offer, Side by) {
        var p = offer.proposal();
        told.add(
                new MenteeEvent.MentorDeclined(patientId, centreId, p.admissionId(), offer.offerId(), p.matchId(), by));
    }

    void expired(Search.Offered offer) {
        var p = offer.proposal();
        told.add(new MenteeEvent.OfferExpired(patientId, centreId, p.admissionId(), offer.offerId(), p.matchId()));
    }

    void waitlisted(String admissionId, Instant since, Ranking ranking, @Nullable Continuity asked) {
        told.add(new MenteeEvent.SearchWaitlisted(
                patientId,
                centreId,
                about(asked, admissionId),
                since,
                ranking.considered(),
                ranking.excluded(),
                requestId(asked)));
    }

    void ended(Match match, Instant now, Side by, @Nullable EndReason reason) {
        told.add(new MenteeEvent.AssignmentEnded(
                patientId, centreId, match.admissionId(), match.matchId(), match.mentorId(), now, by, reason));
    }

    void kept(Continuity asked, Match match) {
        told.add(new MenteeEvent.MentorKept(
                patientId, centreId, asked.admissionId(), asked.requestId(), match.matchId(), match.mentorId()));
    }

    void contact(Match match, Match.Contact contact, boolean first) {
        told.add(new MenteeEvent.ContactLogged(
                patientId,
                centreId,
                match.admissionId(),
                match.matchId(),
                match.mentorId(),
                contact.at(),
                contact.channel(),
                contact.minutes(),
                first));
    }

    void overdue(Match match) {
        told.add(new MenteeEvent.ContactOverdue(
                patientId, centreId, match.admissionId(), match.matchId(), match.mentorId(), match.assignedAt()));
    }
}
