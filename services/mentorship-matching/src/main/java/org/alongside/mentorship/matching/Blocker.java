package org.alongside.mentorship.matching;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.alongside.mentorship.MentorshipSettings;
import org.alongside.mentorship.person.Episode;

/** What has to happen before anyone is looked for, as a code that people are shown. */
final class Blocker {

    static final String PROFILE_AWAITED = "profile-awaited";
    static final String DISCHARGED = "discharged";
    static final String WITHDRAWAL_MANAGEMENT = "withdrawal-management";
    static final String FROZEN = "record-parked";

    private Blocker() {}

    static Optional<String> of(Mentee mentee, MentorshipSettings settings, Instant now) {
        var person = mentee.person();
        if (person.deceased()) {
            return Optional.of("deceased");
        }
        return person.current()
                .map(episode -> of(mentee, episode, settings, now))
                .orElse(Optional.of("no-admission"));
    }

    private static Optional<String> of(Mentee mentee, Episode episode, MentorshipSettings settings, Instant now) {
        if (episode.dischargedAt() != null && !mentee.continuityOpen()) {
            return Optional.of(DISCHARGED);
        }
        if (episode.dischargedAt() == null && withdrawalManagement(episode, settings)) {
            return Optional.of(WITHDRAWAL_MANAGEMENT);
        }
        if (mentee.person().profile() == null && now.isBefore(profileDeadline(episode, settings.profileAwaited()))) {
            return Optional.of(PROFILE_AWAITED);
        }
        return Optional.empty();
    }

    static Instant profileDeadline(Episode episode, Duration awaited) {
        return episode.admittedAt().plus(awaited);
    }

    private static boolean withdrawalManagement(Episode episode, MentorshipSettings settings) {
        return settings.withdrawalManagement()
                .contains(episode.levelOfCare().code().toLowerCase(Locale.ROOT));
    }
}
