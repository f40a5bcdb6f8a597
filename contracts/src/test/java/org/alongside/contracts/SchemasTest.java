package org.alongside.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SchemasTest {

    @ParameterizedTest
    @MethodSource("events")
    void every_version_is_a_schema_and_says_whose_it_is(Event event) {
        assertThat(event.schemas()).isNotEmpty();
        event.schemas().forEach((version, schema) -> {
            assertThat(Schemas.malformations(schema.toString())).isEmpty();
            assertThat(schema.path("$schema").asString("")).isEqualTo("https://json-schema.org/draft/2020-12/schema");
            assertThat(schema.path("$id").asString(""))
                    .isEqualTo("urn:alongside:" + event.owner() + ":" + event.name() + ":" + version);
            assertThat(event.changelog()).contains("## " + version);
        });
    }

    @ParameterizedTest
    @MethodSource("events")
    void every_example_is_valid(Event event) {
        var schema = event.schema().toString();

        assertThat(event.examples()).isNotEmpty();
        event.examples()
                .forEach((name, payload) ->
                        assertThat(Schemas.violations(schema, payload)).as(name).isEmpty());
    }

    @ParameterizedTest
    @MethodSource("events")
    void the_examples_show_every_property_and_one_shows_the_least(Event event) {
        var payloads =
                event.examples().values().stream().map(Catalogue.JSON::readTree).toList();

        assertThat(Property.of(event.schema()))
                .allSatisfy(property -> assertThat(payloads)
                        .as(property.pointer())
                        .anyMatch(payload -> Shown.in(payload, property.pointer())));
        assertThat(payloads)
                .anyMatch(payload ->
                        payload.size() == event.schema().path("required").size());
    }

    @ParameterizedTest
    @MethodSource("events")
    void changes_within_a_major_version_are_allowed_ones(Event event) {
        event.schemas().keySet().stream().reduce((before, after) -> {
            if (before.major() == after.major()) {
                assertThat(Evolution.refusals(
                                event.schemas().get(before), event.schemas().get(after)))
                        .as(before + " to " + after)
                        .isEmpty();
            }
            return after;
        });
    }

    @Test
    void a_schema_that_is_none_is_seen() {
        assertThat(Schemas.malformations("{\"type\": \"text\"}")).isNotEmpty();
        assertThat(Schemas.malformations("{\"type\": \"object\", \"required\": \"patientId\"}"))
                .isNotEmpty();
    }

    @Test
    void an_example_that_is_wrong_is_seen() {
        assertThat(Schemas.violations("{\"type\": \"string\", \"format\": \"date-time\"}", "\"yesterday\""))
                .isNotEmpty();
    }

    @Test
    void a_property_that_no_example_shows_is_seen() {
        var payload = Catalogue.JSON.readTree("{\"lines\": [{\"line\": \"alumni-seat\"}], \"excluded\": []}");

        assertThat(Shown.in(payload, "/lines/*/line")).isTrue();
        assertThat(Shown.in(payload, "/lines/*/deadline")).isFalse();
        assertThat(Shown.in(payload, "/excluded/*/rule")).isFalse();
    }

    @Test
    void a_file_that_belongs_to_nothing_is_seen() {
        assertThatThrownBy(() -> Catalogue.of(Map.of("events/intake/patient-admitted/notes.txt", "")))
                .hasMessageContaining("notes.txt");
    }

    static Stream<Event> events() {
        return Catalogue.read().all().stream();
    }
}
