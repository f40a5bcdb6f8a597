package org.alongside.mentorship.matching;

import java.math.BigDecimal;
import java.time.Instant;
import org.alongside.eventing.document.Kept;
import org.alongside.mentorship.mentor.Relation;
import org.jspecify.annotations.Nullable;

/**
 * Where a person stands with matching.
 *
 * @param state {@code matched}, {@code offered}, {@code searching}, {@code waiting} or {@code idle}
 * @param reason why nobody is looked for, where it is so
 */
record MenteeView(
        String patientId,
        String state,
        @Nullable String reason,
        @Nullable Instant searchingSince,
        @Nullable String requestId,
        @Nullable OfferView offer,
        @Nullable MatchView match,
        long version) {

    record OfferView(
            String offerId,
            String matchId,
            String mentorId,
            Relation relation,
            Instant expires,
            boolean patientAccepted,
            boolean mentorAccepted,
            BigDecimal score) {}

    record MatchView(
            String matchId,
            String admissionId,
            String mentorId,
            Relation relation,
            Instant assignedAt,
            @Nullable Instant firstContactAt,
            int contacts) {}

    static MenteeView of(Kept<Mentee> kept) {
        var mentee = kept.orElse(Mentee.SHELL);
        var continuity = mentee.continuity();
        return new MenteeView(
                kept.id(),
                state(mentee),
                mentee.search() instanceof Search.Idle idle ? idle.reason() : null,
                mentee.search() instanceof Search.Idle ? null : mentee.searchingSince(),
                continuity == null ? null : continuity.requestId(),
                mentee.search() instanceof Search.Offered offer ? view(offer) : null,
                mentee.match() == null ? null : view(mentee.match()),
                kept.version());
    }

    private static String state(Mentee mentee) {
        return switch (mentee.search()) {
            case Search.Offered offered -> "offered";
            case Search.Claiming claiming -> "searching";
            case Search.Waiting waiting -> "waiting";
            case Search.Idle idle -> mentee.match() == null ? "idle" : "matched";
        };
    }

    private static OfferView view(Search.Offered offer) {
        var p = offer.proposal();
        return new OfferView(
                offer.offerId(),
                p.matchId(),
                p.mentorId(),
                p.relation(),
                offer.expires(),
                offer.patientAccepted(),
                offer.mentorAccepted(),
                BigDecimal.valueOf(p.score(), 4));
    }

    private static MatchView view(Match match) {
        return new MatchView(
                match.matchId(),
                match.admissionId(),
                match.mentorId(),
                match.relation(),
                match.assignedAt(),
                match.firstContactAt(),
                match.contactCount());
    }
}
