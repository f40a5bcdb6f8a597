package org.alongside.mentorship.matching;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.alongside.mentorship.mentor.Relation;
import org.alongside.mentorship.ranking.Excluded;
import org.alongside.mentorship.ranking.Scored;
import org.jspecify.annotations.Nullable;

/**
 * Why this mentor, why a wait, why nobody yet.
 *
 * @param reason what has to happen before anyone is looked for, where it is so
 * @param at when the latest search was, null before the first
 * @param chosen the mentor that is offered, else the one the person walks with: scored as they were chosen, with the
 *     relation they have now
 * @param best those who fitted at {@code at}, best first
 * @param excluded how many each rule refused; each mentor is counted under the first that did
 * @param passed mentors this search has been through, and why
 * @param choices what staff decided
 */
record WhyView(
        String patientId,
        @Nullable String reason,
        @Nullable Instant at,
        @Nullable Fit chosen,
        @Nullable Integer considered,
        List<Fit> best,
        List<Excluded> excluded,
        Map<String, String> passed,
        List<StaffChoice> choices) {

    record Fit(
            String mentorId,
            Relation relation,
            int rank,
            BigDecimal score,
            List<MenteeEvent.Weighed> contributions,
            @Nullable String staff) {}

    static WhyView of(String patientId, Mentee mentee) {
        var why = mentee.why();
        var chosen = mentee.chosen();
        return new WhyView(
                patientId,
                mentee.search() instanceof Search.Idle idle ? idle.reason() : null,
                why == null ? null : why.at(),
                chosen == null ? null : fit(chosen),
                why == null ? null : why.ranking().considered(),
                why == null
                        ? List.of()
                        : why.ranking().best().stream().map(WhyView::fit).toList(),
                why == null ? List.of() : why.ranking().excluded(),
                mentee.passed(),
                mentee.choices());
    }

    private static Fit fit(Proposal p) {
        return new Fit(
                p.mentorId(),
                p.relation(),
                p.rank(),
                BigDecimal.valueOf(p.score(), 4),
                MenteeEvents.weighed(p.contributions()),
                p.staff());
    }

    private static Fit fit(Scored scored) {
        return new Fit(
                scored.mentorId(),
                scored.relation(),
                scored.rank(),
                BigDecimal.valueOf(scored.score(), 4),
                MenteeEvents.weighed(scored.contributions()),
                null);
    }
}
