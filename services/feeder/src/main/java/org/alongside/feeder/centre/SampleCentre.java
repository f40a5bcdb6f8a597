package org.alongside.feeder.centre;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The mentors and groups of the centre, from {@code played-centre/}: another name than the settings have, because both may be on one class path.
 *
 * @param mentors mentorId to what is put at {@code /mentors/{mentorId}}
 */
public record SampleCentre(Map<String, Map<String, Object>> mentors, List<Group> groups) {

    private static final ObjectMapper YAML = YAMLMapper.builder().build();

    /**
     * Dates in {@code mentors.yml} are written as days before or after the first day ({@code {daysFromStart: -400}}), so
     * that the centre is as it is whenever it is played.
     */
    public static SampleCentre startingOn(LocalDate firstDay) {
        var mentors = new LinkedHashMap<String, Map<String, Object>>();
        read("mentors.yml").forEach((mentorId, plan) -> mentors.put(mentorId, dated(plan, firstDay)));
        var groups = read("groups.yml").entrySet().stream()
                .map(group -> new Group(group.getKey(), group.getValue()))
                .toList();
        return new SampleCentre(mentors, groups);
    }

    private static Map<String, Map<String, Object>> read(String name) {
        try (InputStream in = SampleCentre.class.getResourceAsStream("/played-centre/" + name)) {
            if (in == null) {
                throw new IllegalStateException("The sample centre has no " + name);
            }
            return YAML.readValue(in, new TypeReference<LinkedHashMap<String, Map<String, Object>>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("unchecked") // YAML has no narrower type for a mapping
    private static Map<String, Object> dated(Map<String, Object> plan, LocalDate firstDay) {
        var dated = new LinkedHashMap<String, Object>();
        plan.forEach((name, value) ->
                dated.put(name, value instanceof Map<?, ?> map ? date((Map<String, Object>) map, firstDay) : value));
        return dated;
    }

    private static Object date(Map<String, Object> map, LocalDate firstDay) {
        return map.get("daysFromStart") instanceof Integer days
                ? firstDay.plusDays(days).toString()
                : dated(map, firstDay);
    }
}
