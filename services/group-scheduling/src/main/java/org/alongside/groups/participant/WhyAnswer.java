package org.alongside.groups.participant;

import java.time.Instant;
import java.util.List;
import org.alongside.eventing.document.Kept;
import org.jspecify.annotations.Nullable;

/** Why a person sits where they sit, or waits. One entry for each seat they should have. */
record WhyAnswer(String patientId, List<OfNeed> needs) {

    /**
     * @param state {@code held}, {@code asked}, {@code waiting} in a group's queue, or {@code nothing-fits}
     * @param considered groups that the latest search looked at
     * @param excluded which rule kept the person out of which group
     * @param counts the same by rule, full groups included
     * @param ranked the best of the groups that fitted, best first; contributions add up to the score
     */
    record OfNeed(
            String phase,
            String admissionId,
            @Nullable String requestId,
            String state,
            @Nullable String seatId,
            @Nullable String groupId,
            boolean byHand,
            @Nullable Instant searchedAt,
            int considered,
            List<ExcludedGroup> excluded,
            List<Search.Excluded> counts,
            List<Ranked> ranked) {}

    record ExcludedGroup(String groupId, String rule) {}

    record Ranked(String groupId, double score, boolean full, List<Contribution> contributions) {

        static Ranked of(Search.Ranked ranked) {
            var contributions = ranked.contributions().entrySet().stream()
                    .map(e -> new Contribution(e.getKey(), e.getValue()))
                    .toList();
            return new Ranked(ranked.groupId(), ranked.score(), ranked.full(), contributions);
        }
    }

    record Contribution(String rule, double contribution) {}

    static WhyAnswer of(Kept<Participant> kept) {
        var seating = kept.orElseThrow().seating();
        return new WhyAnswer(
                kept.id(),
                seating.needs().values().stream().map(need -> of(need, seating)).toList());
    }

    private static OfNeed of(Need need, Seating seating) {
        var seat = seating.seats().values().stream()
                .filter(serving -> serving.active() && need.needId().equals(serving.need()))
                .findFirst()
                .orElse(null);
        var search = need.search();
        return new OfNeed(
                need.phase().code(),
                need.admissionId(),
                need.requestId(),
                seat == null ? "nothing-fits" : ParticipantAnswer.stateOf(seat),
                seat == null ? null : seat.seatId(),
                seat == null ? null : seat.groupId(),
                seat != null && seat.byHand(),
                search == null ? null : search.at(),
                search == null ? 0 : search.considered(),
                search == null
                        ? List.of()
                        : search.excluded().entrySet().stream()
                                .map(e -> new ExcludedGroup(e.getKey(), e.getValue()))
                                .toList(),
                search == null ? List.of() : search.counts(),
                search == null
                        ? List.of()
                        : search.ranked().stream().map(Ranked::of).toList());
    }
}
