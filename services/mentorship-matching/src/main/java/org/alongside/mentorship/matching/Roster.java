package org.alongside.mentorship.matching;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.alongside.eventing.document.Documents;
import org.alongside.mentorship.mentor.Mentor;
import org.alongside.mentorship.ranking.Candidate;
import org.bson.Document;

/**
 * The mentors as one pass over those who wait sees them: read afresh each time, less the places this pass has promised,
 * so that whoever comes first in order gets them.
 */
final class Roster {

    private final Documents<Mentor> mentors;
    private final Map<String, Integer> promised = new HashMap<>();

    Roster(Documents<Mentor> mentors) {
        this.mentors = mentors;
    }

    List<Candidate> all() {
        return mentors.all(new Document())
                .filter(kept -> kept.state() != null)
                .map(kept -> Candidate.of(kept.id(), kept.orElse(null), promised))
                .toList();
    }

    Optional<Candidate> find(String mentorId) {
        return mentors.find(mentorId)
                .filter(kept -> kept.state() != null)
                .map(kept -> Candidate.of(kept.id(), kept.orElse(null), promised));
    }

    void promise(String mentorId) {
        promised.merge(mentorId, 1, Integer::sum);
    }
}
