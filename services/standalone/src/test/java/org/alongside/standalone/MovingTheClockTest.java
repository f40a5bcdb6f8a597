package org.alongside.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.alongside.eventing.web.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MovingTheClockTest {

    private static final Instant START = Instant.parse("2026-03-02T10:00:00Z");
    private static final Reading AT_REST = new Reading(0, 0, 0, 7);

    @TempDir
    Path folder;

    private final Queue<Optional<Reading>> rests = new ArrayDeque<>();

    private Time time() {
        var rest = new Rest() {
            @Override
            public Reading reading() {
                return new Reading(3, 0, 0, 7);
            }

            @Override
            public Optional<Reading> await(Duration atMost) {
                return rests.remove();
            }
        };
        return new Time(CentreClock.kept(folder.resolve("clock"), START), rest, List.of());
    }

    @Test
    void it_stands_while_something_is_not_at_rest() {
        var time = time();
        rests.add(Optional.empty());

        assertThatThrownBy(() -> time.advance(Duration.ofDays(1))).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.rule()).isEqualTo("not-quiet");
            assertThat(refused.status().value()).isEqualTo(503);
            assertThat(refused.detail()).contains("The clock stands").contains("3 documents pending");
        });
        assertThat(time.now()).isBefore(START.plus(Duration.ofHours(1)));
    }

    @Test
    void who_is_told_that_no_rest_came_after_it_moved_is_not_asked_to_move_it_again() {
        var time = time();
        rests.addAll(List.of(Optional.of(AT_REST), Optional.empty()));

        assertThatThrownBy(() -> time.advance(Duration.ofDays(1))).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.rule()).isEqualTo("not-at-rest");
            assertThat(refused.status().value()).isEqualTo(500);
            assertThat(refused.detail()).contains("was moved to 2026-03-03T10:");
        });
        assertThat(time.now()).isAfterOrEqualTo(START.plus(Duration.ofDays(1)));
    }
}
