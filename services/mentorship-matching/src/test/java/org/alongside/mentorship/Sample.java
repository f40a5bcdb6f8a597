package org.alongside.mentorship;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.alongside.mentorship.mentor.MentorProfile;
import org.alongside.mentorship.person.Profile;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import tools.jackson.databind.json.JsonMapper;

/** A person and a mentor who fit each other in everything, to be changed one fact at a time. */
public final class Sample {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Map<String, Object> EVENINGS =
            Map.of("days", List.of("tuesday"), "from", "18:00", "to", "20:00", "zone", "America/New_York");

    private Sample() {}

    /** @param properties pairs below {@code alongside.mentorship}, bound as the service binds them */
    public static MentorshipSettings settings(String... properties) {
        var map = new HashMap<String, String>();
        pairs(properties).forEach((name, value) -> map.put("alongside.mentorship." + name, (String) value));
        return new Binder(new MapConfigurationPropertySource(map))
                .bindOrCreate("alongside.mentorship", Bindable.of(MentorshipSettings.class));
    }

    /** A volunteer, unless changed. @param changes pairs of a field and its value, null for "not there" */
    public static MentorProfile volunteer(Object... changes) {
        var map = new HashMap<String, Object>(Map.of(
                "centreId",
                "north",
                "relation",
                "mentor",
                "employed",
                false,
                "capacity",
                2,
                "clearances",
                Map.of(
                        "background-check", "2027-12-31",
                        "training", "2027-12-31",
                        "boundary-agreement", "2027-12-31",
                        "supervision", "2027-12-31"),
                "recoverySince",
                "2020-01-01",
                "ownDischarge",
                "2020-03-01",
                "acceptsAlumni",
                true));
        map.putAll(wishesAndTraits());
        map.put("gender", "female");
        map.put("ageBand", "36-50");
        map.putAll(pairs(changes));
        return JSON.convertValue(map, MentorProfile.class);
    }

    public static MentorProfile coach(Object... changes) {
        var all = new Object[changes.length + 6];
        System.arraycopy(
                new Object[] {"relation", "coach", "employed", true, "certifiedUntil", "2027-12-31"}, 0, all, 0, 6);
        System.arraycopy(changes, 0, all, 6, changes.length);
        return volunteer(all);
    }

    public static Profile wishes(int version, Object... changes) {
        var map = new HashMap<String, Object>(wishesAndTraits());
        map.put("version", version);
        map.put("mentorGender", "female");
        map.putAll(pairs(changes));
        return JSON.convertValue(map, Profile.class);
    }

    private static Map<String, Object> wishesAndTraits() {
        return Map.of(
                "pathways", List.of("smart"),
                "spirituality", "secular",
                "languages", List.of("en"),
                "affirming", List.of("medication"),
                "audiences", List.of("women"),
                "modality", "in-person",
                "availability", List.of(EVENINGS),
                "lifeStage", List.of("parent"));
    }

    static Map<String, Object> pairs(Object[] changes) {
        var map = new HashMap<String, Object>();
        for (int n = 0; n < changes.length; n += 2) {
            map.put((String) changes[n], changes[n + 1]);
        }
        return map;
    }
}
