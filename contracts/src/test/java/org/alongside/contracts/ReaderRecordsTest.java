package org.alongside.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReaderRecordsTest {

    private static final Catalogue CATALOGUE = Catalogue.of(Map.of(
            "events/groups/seat-thought-of/1.0.0.schema.json",
            """
            {"required": ["seatId", "lines"],
             "properties": {
               "seatId": {"type": "string"},
               "position": {"type": "integer"},
               "profile": {"required": ["version"], "properties": {
                 "version": {"type": "integer"}, "modality": {"type": "string"}}},
               "lines": {"items": {"required": ["line"], "properties": {"line": {"type": "string"}}}}}}
            """,
            "events/groups/seat-thought-of/readers/continuum.json",
            """
            {"required": ["/seatId", "/lines", "/lines/*/line"],
             "optional": ["/position", "/profile", "/profile/version", "/profile/modality"]}
            """,
            "events/groups/seat-forgotten/1.0.0.schema.json",
            "{\"properties\": {}}"));

    @Test
    void a_listener_that_reads_what_its_files_say_is_left_alone() {
        assertThat(read(AsSaid.class)).isEmpty();
    }

    @Test
    void a_component_that_the_file_does_not_name_is_seen() {
        var fewer = Catalogue.of(Map.of(
                "events/groups/seat-thought-of/1.0.0.schema.json",
                "{\"required\": [\"seatId\"], \"properties\": {\"seatId\": {\"type\": \"string\"}}}",
                "events/groups/seat-thought-of/readers/continuum.json",
                "{\"required\": []}"));

        assertThat(ReaderRecords.differences(fewer, "continuum", "groups", Map.of("seat-thought-of", Seat.class)))
                .containsExactly("seat-thought-of: /seatId is read, but not in readers/continuum.json");
    }

    @Test
    void a_pointer_that_nobody_reads_is_seen() {
        assertThat(read(WithoutLines.class))
                .containsExactly(
                        "seat-thought-of: /lines is in readers/continuum.json, but not read",
                        "seat-thought-of: /lines/*/line is in readers/continuum.json, but not read");
    }

    @Test
    void a_component_that_nobody_sends_is_seen_even_where_it_is_nullable() {
        assertThat(read(Misspelt.class))
                .contains("seat-thought-of: /seatID is read, but is not in the schema")
                .contains("seat-thought-of: /seatId is in readers/continuum.json, but not read");
    }

    @Test
    void a_component_that_relies_on_what_may_be_absent_is_seen() {
        assertThat(read(Strict.class))
                .containsExactly("seat-thought-of: /profile/modality may be absent, but is not @Nullable");
    }

    @Test
    void a_list_read_as_if_it_were_one_thing_is_seen() {
        assertThat(read(OneLine.class)).contains("seat-thought-of: /lines/line is read, but is not in the schema");
    }

    @Test
    void a_file_without_handler_and_a_handler_without_file_are_seen() {
        assertThat(ReaderRecords.differences(CATALOGUE, "continuum", "groups", Map.of("seat-forgotten", Seat.class)))
                .containsExactly(
                        "seat-forgotten: is handled, but has no readers/continuum.json",
                        "seat-thought-of: has readers/continuum.json, but is not handled");
    }

    @Test
    void a_type_or_a_service_that_is_not_there_is_seen() {
        assertThat(ReaderRecords.differences(CATALOGUE, "mentorship", "groups", Map.of("seat-taught", Seat.class)))
                .containsExactly("seat-taught: is handled, but nobody tells it");
        assertThat(ReaderRecords.differences(CATALOGUE, "continuum", "rooms", Map.of()))
                .containsExactly("Nothing is told by rooms");
    }

    @Test
    void what_cannot_be_compared_is_refused() {
        assertThatThrownBy(() -> read(Object.class)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_service_finds_the_files_on_its_class_path() {
        assertThat(ReaderRecords.differences("intake", "mentorship", Map.of())).isEmpty();
        assertThat(ReaderRecords.differences("groups", "continuum", Map.of("handoff-secured", Seat.class)))
                .contains("handoff-secured: /seatId is read, but is not in the schema");
    }

    private static List<String> read(Class<?> record) {
        return ReaderRecords.differences(CATALOGUE, "continuum", "groups", Map.of("seat-thought-of", record));
    }

    record Seat(String seatId) {}

    record Line(String line) {}

    record Profile(int version, @Nullable String modality) {}

    record StrictProfile(int version, String modality) {}

    record AsSaid(
            String seatId,
            @Nullable Integer position,
            @Nullable Profile profile,
            List<Line> lines) {}

    record WithoutLines(
            String seatId,
            @Nullable Integer position,
            @Nullable Profile profile) {}

    record Misspelt(
            @Nullable String seatID,
            @Nullable Integer position,
            @Nullable Profile profile,
            List<Line> lines) {}

    record Strict(
            String seatId,
            @Nullable Integer position,
            @Nullable StrictProfile profile,
            List<Line> lines) {}

    record OneLine(
            String seatId,
            @Nullable Integer position,
            @Nullable Profile profile,
            Line lines) {}
}
