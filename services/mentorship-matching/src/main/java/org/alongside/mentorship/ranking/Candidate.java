package org.alongside.mentorship.ranking;

import java.util.Map;
import org.alongside.mentorship.mentor.Mentor;
import org.alongside.mentorship.mentor.MentorProfile;

/** A mentor as one search sees them. @param free places, less those that this search has promised already */
public record Candidate(String mentorId, Mentor mentor, int free) {

    public static Candidate of(String mentorId, Mentor mentor, Map<String, Integer> promised) {
        return new Candidate(mentorId, mentor, mentor.free() - promised.getOrDefault(mentorId, 0));
    }

    MentorProfile profile() {
        return mentor.profile();
    }
}
