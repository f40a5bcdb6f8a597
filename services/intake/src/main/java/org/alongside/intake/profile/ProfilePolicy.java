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
 * Which answers a profile may hold: codes only, so that nothing in it can say who the person is. A code begins with a
 * letter: a birth date, a record number or a phone number is none.
 */
final class ProfilePolicy {

    private static final int MOST = 50;
    private static final Predicate<String> CODE = matching("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final Predicate<String> LANGUAGE = matching("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*");
    private static final Predicate<String> OPAQUE_ID = matching("[a-z][a-z0-9-]{2,63}|[0-9a-f]{32}");
    private static final Predicate<String> LOCAL_TIME = matching("([01][0-9]|2[0-3]):[0-5][0-9]");
    private static final Predicate<String> ZONE = matching("[A-Za-z]+(/[A-Za-z0-9_+-]+)*");
    private static final Set<String> ZONES = Set.copyOf(ZoneId.getAvailableZoneIds());
    private static final Set<String> DAYS =
            Set.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");

    private ProfilePolicy() {}

    static void check(Interview asked) {
        one("spirituality", asked.spirituality(), Set.of("seeks", "neutral", "secular"));
        one("mentorGender", asked.mentorGender(), Set.of("female", "male", "non-binary"));
        one("modality", asked.modality(), Set.of("in-person", "virtual", "either"));
        each("pathways", asked.pathways(), CODE);
        each("languages", asked.languages(), LANGUAGE);
        each("affirming", asked.affirming(), Set.of("medication", "lgbtq")::contains);
        each("audiences", asked.audiences(), CODE);
        each("lifeStage", asked.lifeStage(), CODE);
        each("avoid", asked.avoid(), OPAQUE_ID);
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
        each(field + ".days", window.days(), DAYS::contains);
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

    private static void one(String field, @Nullable String value, Set<String> known) {
        if (value != null && !known.contains(value)) {
            throw unknown(field);
        }
    }

    private static void each(String field, @Nullable List<String> values, Predicate<String> fits) {
        if (values != null) {
            few(field, values);
            if (values.stream().anyMatch(v -> v == null || v.length() > 64 || !fits.test(v))) {
                throw unknown(field);
            }
        }
    }

    private static void few(String field, List<?> values) {
        if (values.size() > MOST) {
            throw Refused.invalid("too-many", field, String.format(Locale.ROOT, "At most %d answers.", MOST));
        }
    }

    private static Refused unknown(String field) {
        return Refused.invalid("unknown-code", field, "An answer here is not one of the codes that are understood.");
    }

    private static Predicate<String> matching(String pattern) {
        return Pattern.compile(pattern).asMatchPredicate();
    }
}
