package org.alongside.intake.profile;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.alongside.eventing.web.Refused;
import org.jspecify.annotations.Nullable;

/**
 * Which answers a profile may hold: codes that the clinic or the centre has listed, so that nobody's name is among them.
 * Only {@code avoid} is open, because it holds ids, which are chosen elsewhere: whoever makes ids out of names tells names.
 */
final class ProfilePolicy {

    private static final int MOST = 50;
    private static final int LONGEST = 64;
    private static final List<String> SPIRITUALITY = List.of("seeks", "neutral", "secular");
    private static final List<String> GENDERS = List.of("female", "male", "non-binary");
    private static final List<String> MODALITIES = List.of("in-person", "virtual", "either");
    private static final List<String> AFFIRMING = List.of("medication", "lgbtq");
    private static final List<String> DAYS =
            List.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");
    /**
     * The ids that mentors, groups and those who lead them have. One of digits alone may be a record number, which must not
     * be told to anybody, and is refused.
     */
    private static final Predicate<String> OPAQUE_ID = matching("(?=.*[a-z])[a-z0-9-]{1,64}");

    private static final Predicate<String> LOCAL_TIME = matching("([01][0-9]|2[0-3]):[0-5][0-9]");
    private static final Predicate<String> ZONE = matching("[A-Za-z]+(/[A-Za-z0-9_+-]+)*");
    private static final Set<String> ZONES = Set.copyOf(ZoneId.getAvailableZoneIds());

    private final ProfileCodes codes;

    ProfilePolicy(ProfileCodes codes) {
        this.codes = codes;
    }

    void check(Interview asked) {
        one("spirituality", asked.spirituality(), SPIRITUALITY);
        one("mentorGender", asked.mentorGender(), GENDERS);
        one("modality", asked.modality(), MODALITIES);
        each("pathways", asked.pathways(), codes.pathways());
        each("languages", asked.languages(), codes.languages());
        each("affirming", asked.affirming(), AFFIRMING);
        each("audiences", asked.audiences(), codes.audiences());
        each("lifeStage", asked.lifeStage(), codes.lifeStage());
        each("avoid", asked.avoid(), OPAQUE_ID, "An id of a person, a mentor or a group.");
        var windows = asked.availability() == null ? List.<PeerProfile.Window>of() : asked.availability();
        few("availability", windows);
        for (int n = 0; n < windows.size(); n++) {
            window("availability[" + n + "]", windows.get(n));
        }
    }

    private static void window(String field, PeerProfile.@Nullable Window window) {
        if (window == null || window.days() == null || window.days().isEmpty()) {
            throw Refused.invalid("missing-field", field + ".days", "A window names its days.");
        }
        each(field + ".days", window.days(), DAYS);
        time(field + ".from", window.from());
        time(field + ".to", window.to());
        if (!LocalTime.parse(window.from()).isBefore(LocalTime.parse(window.to()))) {
            throw Refused.invalid("impossible-window", field + ".to", "A window ends after it begins.");
        }
        if (window.zone() == null || !ZONE.test(window.zone()) || !ZONES.contains(window.zone())) {
            throw Refused.invalid("unknown-code", field + ".zone", "The zone is an IANA name.");
        }
    }

    private static void time(String field, @Nullable String value) {
        if (value == null || !LOCAL_TIME.test(value)) {
            throw Refused.invalid("malformed", field, "A local time is written HH:mm.");
        }
    }

    private static void one(String field, @Nullable String value, List<String> known) {
        each(field, value == null ? null : List.of(value), known);
    }

    private static void each(String field, @Nullable List<String> values, List<String> known) {
        each(field, values, known::contains, "One of: " + String.join(", ", known) + ".");
    }

    private static void each(String field, @Nullable List<String> values, Predicate<String> fits, String allowed) {
        if (values != null) {
            few(field, values);
            if (values.stream().anyMatch(v -> v == null || v.length() > LONGEST || !fits.test(v))) {
                throw Refused.invalid("unknown-code", field, allowed);
            }
        }
    }

    private static void few(String field, List<?> values) {
        if (values.size() > MOST) {
            throw Refused.invalid("too-many", field, String.format(Locale.ROOT, "At most %d answers.", MOST));
        }
    }

    private static Predicate<String> matching(String pattern) {
        return Pattern.compile(pattern).asMatchPredicate();
    }
}
