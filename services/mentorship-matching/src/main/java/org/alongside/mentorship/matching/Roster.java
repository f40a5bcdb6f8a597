package org.alongside.mentorship.matching;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.alongside.eventing.document.Documents;
import org.alongside.eventing.document.Kept;
import org.alongside.mentorship.mentor.Mentor;
import org.alongside.mentorship.ranking.Candidate;
import org.bson.Document;

/**
 * The mentors as one pass over those who wait sees them: read afresh each time, less the places this pass has promised,
 * so that whoever comes first in order gets them.
 */
final class Roster {

    private final Documents<Mentor> mentors;
    private final Map<String, Set<String>> promised = new HashMap<>();

    Roster(Documents<Mentor> mentors) {
        this.mentors = mentors;
    }

    List<Candidate> all() {
        return mentors.all(new Document())
                .map(this::candidate)
                .flatMap(Optional::stream)
                .toList();
    }

    Optional<Candidate> find(String mentorId) {
        return mentors.find(mentorId).flatMap(this::candidate);
    }

    private Optional<Candidate> candidate(Kept<Mentor> kept) {
        return Optional.ofNullable(kept.state())
                .map(mentor -> Candidate.of(kept.id(), mentor, promised.getOrDefault(kept.id(), Set.of())));
    }

    void promise(Proposal proposal) {
        promised.computeIfAbsent(proposal.mentorId(), id -> new HashSet<>()).add(proposal.matchId());
    }
}
