package org.alongside.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PointersOfRecordsTest {

    @Test
    void a_component_points_to_the_field_of_its_name() {
        assertThat(ReaderRecords.pointers(Plain.class)).containsExactly("/at", "/kind", "/seatId", "/streak");
    }

    @Test
    void a_nested_record_points_to_itself_and_to_what_it_reads() {
        assertThat(ReaderRecords.pointers(Nested.class)).containsExactly("/level", "/level/code", "/level/edition");
    }

    @Test
    void a_list_of_records_points_to_what_is_read_of_each_item() {
        assertThat(ReaderRecords.pointers(Lists.class))
                .containsExactly(
                        "/array",
                        "/array/*/code",
                        "/array/*/edition",
                        "/codes",
                        "/levels",
                        "/levels/*/code",
                        "/levels/*/edition");
    }

    @Test
    void an_optional_record_points_to_the_same() {
        assertThat(ReaderRecords.pointers(Perhaps.class)).containsExactly("/level", "/level/code", "/level/edition");
    }

    @Test
    void a_record_that_is_one_value_on_the_wire_has_nothing_inside() {
        assertThat(ReaderRecords.pointers(Wrapped.class)).containsExactly("/seatId");
    }

    @Test
    void what_is_not_read_from_the_wire_points_nowhere() {
        assertThat(ReaderRecords.pointers(Own.class)).containsExactly("/kind");
        assertThat(ReaderRecords.pointers(Nothing.class)).isEmpty();
    }

    @Test
    void a_record_does_without_what_is_nullable_anywhere() {
        assertThat(Read.of(Lenient.class).filter(Read::dispensable).map(Read::pointer))
                .containsExactly("/declared", "/taken", "/perhaps");
        assertThat(Read.of(Lenient.class).filter(read -> !read.dispensable()).map(Read::pointer))
                .containsExactly("/needed", "/inside");
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                Object.class,
                String.class,
                Kind.class,
                List.class,
                AnyMap.class,
                AnyObject.class,
                AnyList.class,
                Generic.class,
                Shape.class,
                OfShape.class,
                Endless.class
            })
    void a_type_of_which_nobody_can_see_what_it_reads_is_refused(Class<?> type) {
        assertThatThrownBy(() -> ReaderRecords.pointers(type)).isInstanceOf(IllegalArgumentException.class);
    }

    enum Kind {
        PLANNED
    }

    record Plain(String seatId, Instant at, int streak, Kind kind) {}

    record Level(String edition, String code) {}

    record Nested(Level level) {}

    record Lists(List<Level> levels, Set<String> codes, Level[] array) {}

    record Perhaps(Optional<Level> level) {}

    record SeatId(@JsonValue String value) {}

    record Wrapped(SeatId seatId) {}

    record Own(String kind, @JsonIgnore @Nullable Boolean revoked) {}

    record Nothing() {}

    record Lenient(
            @Nullable String declared,
            String taken,
            Optional<String> perhaps,
            String needed,
            List<@Nullable String> inside) {

        Lenient(
                @Nullable String declared,
                @Nullable String taken,
                Optional<String> perhaps,
                String needed,
                List<@Nullable String> inside) {
            this.declared = declared;
            this.taken = taken == null ? "" : taken;
            this.perhaps = perhaps;
            this.needed = needed;
            this.inside = inside;
        }
    }

    record AnyMap(Map<String, String> all) {}

    record AnyObject(Object all) {}

    record AnyList(List<?> all) {}

    record Generic<T>(T all) {}

    interface Shape {}

    record OfShape(Shape shape) {}

    record Endless(@Nullable Endless next) {}
}
