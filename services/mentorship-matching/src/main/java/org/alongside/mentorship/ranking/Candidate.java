package org.alongside.mentorship.ranking;

import java.util.Collection;
import org.alongside.mentorship.mentor.Mentor;
import org.alongside.mentorship.mentor.MentorProfile;

/** A mentor as one search sees them. @param free places, less those promised to others and not taken yet */
public record Candidate(String mentorId, Mentor mentor, int free) {

    /** @param promised matchIds that will claim a place here; one that has it already is not counted twice */
    public static Candidate of(String mentorId, Mentor mentor, Collection<String> promised) {
        long coming = promised.stream()
                .filter(matchId -> !mentor.places().containsKey(matchId))
                .count();
        return new Candidate(mentorId, mentor, mentor.free() - (int) coming);
    }

    MentorProfile profile() {
        return mentor.profile();
    }
}
