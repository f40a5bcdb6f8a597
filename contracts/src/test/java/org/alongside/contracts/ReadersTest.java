package org.alongside.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class ReadersTest {

    @ParameterizedTest
    @MethodSource("events")
    void what_a_reader_relies_on_is_promised(Event event) {
        event.readers()
                .forEach((service, reader) ->
                        assertThat(reader.broken(event.schema())).as(service).isEmpty());
    }

    @ParameterizedTest
    @MethodSource("events")
    void every_event_is_for_somebody(Event event) {
        assertThat(event.orphaned())
                .as("neither read nor for operators, or both")
                .isFalse();
    }

    @ParameterizedTest
    @MethodSource("events")
    void owners_and_readers_are_services_and_nobody_reads_their_own(Event event) {
        var services = AsyncApi.read().keySet();

        assertThat(services).contains(event.owner()).containsAll(event.readers().keySet());
        assertThat(event.readers()).doesNotContainKey(event.owner());
    }

    @Test
    void a_field_that_is_gone_is_seen() {
        assertThat(new Reader(List.of("/groupId"), List.of()).broken(schema())).hasSize(1);
        assertThat(new Reader(List.of(), List.of("/groupId")).broken(schema())).hasSize(1);
    }

    @Test
    void a_field_that_is_only_optional_is_seen_where_it_is_relied_on() {
        assertThat(new Reader(List.of("/position"), List.of()).broken(schema())).hasSize(1);
        assertThat(new Reader(List.of(), List.of("/position")).broken(schema())).isEmpty();
    }

    @Test
    void a_field_that_could_be_relied_on_is_seen_where_it_is_said_to_be_optional() {
        assertThat(new Reader(List.of(), List.of("/lines")).broken(schema())).hasSize(1);
        assertThat(new Reader(List.of("/lines"), List.of()).broken(schema())).isEmpty();
    }

    @Test
    void a_field_inside_something_optional_is_not_required() {
        assertThat(Pointing.at(schema(), "/profile/version")).isEqualTo(Pointing.OPTIONAL);
        assertThat(Pointing.at(schema(), "/lines/*/line")).isEqualTo(Pointing.REQUIRED);
        assertThat(Pointing.at(schema(), "/lines/line")).isEqualTo(Pointing.NOTHING);
        assertThat(Pointing.at(schema(), "lines")).isEqualTo(Pointing.NOTHING);
    }

    @Test
    void a_field_inside_something_optional_may_always_be_in_its_place() {
        assertThat(Pointing.alwaysInItsPlace(schema(), "/profile/version")).isTrue();
        assertThat(Pointing.alwaysInItsPlace(schema(), "/lines/*/line")).isTrue();
        assertThat(Pointing.alwaysInItsPlace(schema(), "/lines")).isTrue();
        assertThat(Pointing.alwaysInItsPlace(schema(), "/profile")).isFalse();
        assertThat(Pointing.alwaysInItsPlace(schema(), "/lines/*/deadline")).isFalse();
    }

    @Test
    void an_orphan_is_seen_and_so_is_one_that_is_read_after_all() {
        var reader = new Reader(List.of(), List.of());

        assertThat(event("# x\n", null).orphaned()).isTrue();
        assertThat(event("# x\n\nFor operators: they count it.\n", null).orphaned())
                .isFalse();
        assertThat(event("# x\n", reader).orphaned()).isFalse();
        assertThat(event("# x\n\nFor operators: they count it.\n", reader).orphaned())
                .isTrue();
    }

    private static Event event(String changelog, @Nullable Reader reader) {
        var readers = new TreeMap<String, Reader>();
        if (reader != null) {
            readers.put("continuum", reader);
        }
        return new Event("groups", "seat-thought-of", new TreeMap<>(), changelog, new TreeMap<>(), readers);
    }

    private static JsonNode schema() {
        return Catalogue.JSON.readTree("""
                {"required": ["lines"],
                 "properties": {
                   "position": {"type": "integer"},
                   "profile": {"required": ["version"], "properties": {"version": {"type": "integer"}}},
                   "lines": {"items": {"required": ["line"], "properties": {"line": {"type": "string"}}}}}}
                """);
    }

    static Stream<Event> events() {
        return Catalogue.read().all().stream();
    }
}
