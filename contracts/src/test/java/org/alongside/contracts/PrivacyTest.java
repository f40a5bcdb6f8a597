package org.alongside.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrivacyTest {

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
        assertThat(violations(property(
                        name,
                        "\"pattern\": \"^[a-z]+$\", \"x-sensitivity\": \"code\", \"description\": \"Something.\"")))
                .singleElement()
                .asString()
                .contains("may not be in an event");
    }

    @Test
    void a_forbidden_field_inside_a_list_is_seen() {
        var inner = property(
                "phone", "\"pattern\": \"^[0-9]+$\", \"x-sensitivity\": \"code\", \"description\": \"Something.\"");

        assertThat(violations(
                        "\"seats\": {\"type\": \"array\", \"x-sensitivity\": \"code\", \"description\": \"Seats.\", \"items\": %s}"
                                .formatted(object(inner))))
                .singleElement()
                .asString()
                .contains("/seats/*/phone");
    }

    @Test
    void a_field_without_label_is_seen() {
        assertThat(violations(property("line", "\"pattern\": \"^[a-z]+$\", \"description\": \"Something.\"")))
                .singleElement()
                .asString()
                .contains("no label");
    }

    @ParameterizedTest
    @ValueSource(strings = {"forbidden", "public", "CODE"})
    void a_label_that_is_none_is_seen(String label) {
        assertThat(violations(property(
                        "line",
                        "\"pattern\": \"^[a-z]+$\", \"description\": \"Something.\", \"x-sensitivity\": \"%s\""
                                .formatted(label))))
                .singleElement()
                .asString()
                .contains("no label");
    }

    @Test
    void a_field_without_description_is_seen() {
        assertThat(violations(property("line", "\"pattern\": \"^[a-z]+$\", \"x-sensitivity\": \"code\"")))
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
