package org.alongside.mentorship.matching;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.alongside.mentorship.mentor.Relation;
import org.jspecify.annotations.Nullable;

/**
 * Two people who walk together.
 *
 * @param admissionId the admission it was found for; it goes on beyond
 * @param overdueTold that a first contact is overdue was told
 * @param contacts the latest, newest last; {@code contactCount} counts all
 */
record Match(
        String matchId,
        String admissionId,
        String mentorId,
        Relation relation,
        boolean employed,
        Instant assignedAt,
        @Nullable Instant firstContactAt,
        int contactCount,
        List<Contact> contacts,
        boolean overdueTold) {

    private static final int CONTACTS_KEPT = 20;

    record Contact(Instant at, String channel, int minutes) {}

    static Match of(Proposal proposal, Instant now) {
        return new Match(
                proposal.matchId(),
                proposal.admissionId(),
                proposal.mentorId(),
                proposal.relation(),
                proposal.employed(),
                now,
                null,
                0,
                List.of(),
                false);
    }

    boolean employedCoach() {
        return relation == Relation.COACH && employed;
    }

    Match with(Contact contact) {
        var all = Stream.concat(contacts.stream(), Stream.of(contact)).toList();
        var kept = all.subList(Math.max(0, all.size() - CONTACTS_KEPT), all.size());
        var first = firstContactAt == null ? contact.at() : firstContactAt;
        return new Match(
                matchId,
                admissionId,
                mentorId,
                relation,
                employed,
                assignedAt,
                first,
                contactCount + 1,
                kept,
                overdueTold);
    }

    Match toldOverdue() {
        return new Match(
                matchId,
                admissionId,
                mentorId,
                relation,
                employed,
                assignedAt,
                firstContactAt,
                contactCount,
                contacts,
                true);
    }
}
