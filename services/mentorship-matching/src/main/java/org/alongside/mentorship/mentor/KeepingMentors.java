package org.alongside.mentorship.mentor;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.alongside.eventing.document.Cause;
import org.alongside.eventing.document.Documents;
import org.alongside.eventing.document.DueWork;
import org.alongside.eventing.document.Kept;
import org.alongside.eventing.web.Refused;
import org.alongside.mentorship.MentorshipSettings;
import org.bson.Document;
import org.springframework.stereotype.Component;

/** Supervisors keep mentors current; clearances lapse by themselves. */
@Component
public class KeepingMentors implements DueWork {

    private final Documents<Mentor> mentors;
    private final MentorshipSettings settings;
    private final Clock clock;

    public KeepingMentors(Documents<Mentor> mentors, MentorshipSettings settings, Clock clock) {
        this.mentors = mentors;
        this.settings = settings;
        this.clock = clock;
    }

    public void keep(String mentorId, MentorProfile profile, Cause cause) {
        mentors.change(mentorId, cause, (kept, now) -> Mentor.keep(kept, profile, capacity(profile), now));
    }

    public void to(String mentorId, MentorState state, Cause cause) {
        mentors.change(mentorId, cause, (kept, now) -> known(kept).to(kept, state));
    }

    MentorView view(String mentorId) {
        return view(mentors.find(mentorId).orElseThrow(KeepingMentors::unknown));
    }

    List<MentorView> page(String after, int limit) {
        return mentors.page(new Document(), after, limit).stream()
                .map(this::view)
                .toList();
    }

    private MentorView view(Kept<Mentor> kept) {
        var mentor = known(kept);
        return MentorView.of(kept, mentor, mentor.profile().lapsed(needed(mentor.profile()), clock.instant()));
    }

    private Set<String> needed(MentorProfile profile) {
        return profile.employedCoach()
                ? settings.coaches().clearances()
                : settings.volunteers().clearances();
    }

    @Override
    public String collection() {
        return "mentors";
    }

    @Override
    public void due(String mentorId) {
        mentors.change(mentorId, Cause.OWN, (kept, now) -> known(kept).lapsed(kept, now));
    }

    private int capacity(MentorProfile profile) {
        int capacity = profile.capacity() != null ? profile.capacity() : ofTheCentre(profile);
        if (profile.keptForDischarged() > capacity) {
            throw Refused.invalid(
                    "kept-above-capacity", "keptForDischarged", "No more places can be kept than the mentor has.");
        }
        if (profile.keptForDischarged() > 0 && !profile.goesOnAfterDischarge()) {
            throw Refused.invalid(
                    "kept-but-ends-at-discharge",
                    "keptForDischarged",
                    "Places are kept only with somebody who goes on after discharge (acceptsAlumni).");
        }
        return capacity;
    }

    private int ofTheCentre(MentorProfile profile) {
        return profile.employedCoach()
                ? settings.coaches().capacity()
                : settings.volunteers().capacity();
    }

    private static Mentor known(Kept<Mentor> kept) {
        var mentor = kept.state();
        if (mentor == null) {
            throw unknown();
        }
        return mentor;
    }

    private static Refused unknown() {
        return Refused.unknown("unknown-mentor", "mentorId", "No mentor is kept under this id.");
    }
}
