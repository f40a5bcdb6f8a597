package org.alongside.mentorship.matching;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.alongside.mentorship.mentor.MentorProfile;
import org.alongside.mentorship.mentor.Relation;
import org.jspecify.annotations.Nullable;

/**
 * Two people who walk together.
 *
 * @param proposal that both said yes to: the admission it was found for, though it goes on beyond, and why this mentor
 * @param firstContactAt when the earliest contact was, in whatever order contacts are logged
 * @param overdueTold that a first contact is overdue was told
 * @param contacts the latest, newest last; {@code contactCount} counts all
 */
record Match(
        Proposal proposal,
        Instant assignedAt,
        @Nullable Instant firstContactAt,
        int contactCount,
        List<Contact> contacts,
        boolean overdueTold) {

    private static final int CONTACTS_KEPT = 20;

    record Contact(Instant at, String channel, int minutes) {}

    static Match of(Proposal proposal, Instant now) {
        return new Match(proposal, now, null, 0, List.of(), false);
    }

    String matchId() {
        return proposal.matchId();
    }

    String admissionId() {
        return proposal.admissionId();
    }

    String mentorId() {
        return proposal.mentorId();
    }

    Relation relation() {
        return proposal.relation();
    }

    boolean employedCoach() {
        return proposal.employedCoach();
    }

    Match with(Contact contact) {
        var all = Stream.concat(contacts.stream(), Stream.of(contact))
                .sorted(Comparator.comparing(Contact::at))
                .toList();
        var kept = all.subList(Math.max(0, all.size() - CONTACTS_KEPT), all.size());
        var first = firstContactAt == null || contact.at().isBefore(firstContactAt) ? contact.at() : firstContactAt;
        return new Match(proposal, assignedAt, first, contactCount + 1, kept, overdueTold);
    }

    /** The mentor may be another kind of peer by now. */
    Match as(MentorProfile profile) {
        return new Match(proposal.as(profile), assignedAt, firstContactAt, contactCount, contacts, overdueTold);
    }

    Match toldOverdue() {
        return new Match(proposal, assignedAt, firstContactAt, contactCount, contacts, true);
    }
}
