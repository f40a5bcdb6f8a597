package org.alongside.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrivacyTest {

    private static final String LABELLED = "\"x-sensitivity\": \"code\", \"description\": \"Something.\"";

    @ParameterizedTest
    @MethodSource("events")
    void no_event_says_more_than_it_may(Event event) {
        event.schemas()
                .forEach((version, schema) -> assertThat(Privacy.violations(schema))
                        .as(version.toString())
                        .isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name",
                "givenName",
                "familyName",
                "alias",
                "address",
                "homeAddress",
                "city",
                "postcode",
                "phone",
                "mobileNumber",
                "email",
                "birthDate",
                "dateOfBirth",
                "dob",
                "mrn",
                "note",
                "freeText",
                "comment",
                "message",
                "joinLink",
                "meetingUrl",
                "diagnosis",
                "icdCode"
            })
    void a_forbidden_field_is_seen(String name) {
        assertThat(
                        violations(
                                property(
                                        name,
                                        "\"pattern\": \"^[0-9a-f]{32}$\", \"x-sensitivity\": \"code\", \"description\": \"Something.\"")))
                .singleElement()
                .asString()
                .contains("may not be in an event");
    }

    @Test
    void a_forbidden_field_inside_a_list_is_seen() {
        var inner = property(
                "phone",
                "\"pattern\": \"^[0-9a-f]{32}$\", \"x-sensitivity\": \"code\", \"description\": \"Something.\"");

        assertThat(violations(
                        "\"seats\": {\"type\": \"array\", \"x-sensitivity\": \"code\", \"description\": \"Seats.\", \"items\": %s}"
                                .formatted(object(inner))))
                .singleElement()
                .asString()
                .contains("/seats/*/phone");
    }

    @Test
    void a_field_without_label_is_seen() {
        assertThat(violations(property("line", "\"pattern\": \"^[0-9a-f]{32}$\", \"description\": \"Something.\"")))
                .singleElement()
                .asString()
                .contains("no label");
    }

    @ParameterizedTest
    @ValueSource(strings = {"forbidden", "public", "CODE"})
    void a_label_that_is_none_is_seen(String label) {
        assertThat(violations(property(
                        "line",
                        "\"pattern\": \"^[0-9a-f]{32}$\", \"description\": \"Something.\", \"x-sensitivity\": \"%s\""
                                .formatted(label))))
                .singleElement()
                .asString()
                .contains("no label");
    }

    @Test
    void a_field_without_description_is_seen() {
        assertThat(violations(property("line", "\"pattern\": \"^[0-9a-f]{32}$\", \"x-sensitivity\": \"code\"")))
                .singleElement()
                .asString()
                .contains("no description");
    }

    @Test
    void open_text_is_seen_under_any_name() {
        assertThat(violations(property("line", "\"x-sensitivity\": \"code\", \"description\": \"Something.\"")))
                .singleElement()
                .asString()
                .contains("open text");
    }

    @ParameterizedTest
    @ValueSource(strings = {"email", "idn-email", "uri", "hostname", "date", "uuid"})
    void a_format_in_which_a_person_fits_is_seen(String format) {
        assertThat(violations(property("line", "\"format\": \"" + format + "\", " + LABELLED)))
                .singleElement()
                .asString()
                .contains("format");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".*",
                "[a-z]",
                "^[A-Za-z, ]+$",
                "^[^@]+@[^@]+$",
                "^[a-z-]+$",
                "^[0-9-]{8,10}$",
                "^[a-z0-9-]{3,64}$"
            })
    void a_pattern_into_which_a_person_fits_is_seen(String pattern) {
        assertThat(violations(property("line", "\"pattern\": \"" + pattern + "\", " + LABELLED)))
                .singleElement()
                .asString()
                .contains("would take");
    }

    @Test
    void a_code_of_the_centres_own_takes_codes_and_no_more() {
        assertThat(violations(property("track", "\"pattern\": \"^[a-z0-9-]{3,64}$\", " + LABELLED)))
                .isEmpty();
        assertThat(violations(property("track", "\"pattern\": \"^[A-Za-z0-9 -]{3,64}$\", " + LABELLED)))
                .isNotEmpty();
    }

    @Test
    void an_object_that_takes_anything_is_seen() {
        assertThat(Privacy.violations(Catalogue.JSON.readTree("{\"type\": \"object\", \"properties\": {}}")))
                .singleElement()
                .asString()
                .contains("does not name");
    }

    private static List<String> violations(String properties) {
        return Privacy.violations(Catalogue.JSON.readTree(object(properties)));
    }

    private static String object(String properties) {
        return "{\"type\": \"object\", \"unevaluatedProperties\": false, \"properties\": {%s}}".formatted(properties);
    }

    private static String property(String name, String rest) {
        return "\"%s\": {\"type\": \"string\", %s}".formatted(name, rest);
    }

    static Stream<Event> events() {
        return Catalogue.read().all().stream();
    }
}
