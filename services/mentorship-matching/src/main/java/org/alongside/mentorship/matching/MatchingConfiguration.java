package org.alongside.mentorship.matching;

import org.alongside.eventing.document.DocumentSpace;
import org.alongside.eventing.document.Documents;
import org.alongside.eventing.document.Kind;
import org.alongside.mentorship.MentorshipSettings;
import org.alongside.mentorship.mentor.Mentor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The two kinds of documents of this service. */
@Configuration
class MatchingConfiguration {

    static Kind<Mentee> mentees(MentorshipSettings settings) {
        return new Kind<>("mentees", "mentee", Mentee.class, new Deadlines(settings)::dueAt)
                .foundBy("state.search._class")
                .isNeverDeleted();
    }

    static Kind<Mentor> mentors() {
        return new Kind<>("mentors", "mentor", Mentor.class, Mentor::dueAt)
                .keptInMind()
                .isNeverDeleted();
    }

    @Bean
    Documents<Mentee> menteeDocuments(DocumentSpace space, MentorshipSettings settings) {
        return space.documents(mentees(settings));
    }

    @Bean
    Documents<Mentor> mentorDocuments(DocumentSpace space) {
        return space.documents(mentors());
    }
}
