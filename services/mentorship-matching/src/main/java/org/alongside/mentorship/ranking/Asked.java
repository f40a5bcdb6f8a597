package org.alongside.mentorship.ranking;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Locale;
import org.alongside.mentorship.MentorshipSettings;
import org.alongside.mentorship.mentor.MentorProfile;
import org.alongside.mentorship.person.Profile;

/** One question to a rule: this person, this mentor, now. */
record Asked(Seeker seeker, Candidate candidate, MentorshipSettings settings, Instant now) {

    MentorProfile mentor() {
        return candidate.profile();
    }

    Profile wishes() {
        return seeker.wishes();
    }

    boolean volunteer() {
        return !mentor().employedCoach();
    }

    boolean required(String rule) {
        return settings.requirements().contains(rule);
    }

    static boolean noneShared(Collection<String> wished, Collection<String> offered) {
        return !wished.isEmpty() && Collections.disjoint(lower(wished), lower(offered));
    }

    private static Collection<String> lower(Collection<String> codes) {
        return codes.stream().map(code -> code.toLowerCase(Locale.ROOT)).toList();
    }
}
