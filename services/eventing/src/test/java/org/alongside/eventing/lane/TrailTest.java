package org.alongside.eventing.lane;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class TrailTest {

    private final Trail trail = new Trail();
    private final Instant start = Instant.parse("2026-03-01T10:00:00Z");

    @Test
    void nothing_waits_where_all_is_read() {
        assertThat(trail.unreadSince(start, 7, 7)).isNull();
    }

    @Test
    void what_waited_before_we_looked_may_have_waited_for_ever() {
        assertThat(trail.unreadSince(start, 7, 5)).isEqualTo(Instant.MIN);
    }

    @Test
    void a_record_may_have_waited_since_the_end_was_last_seen_before_it() {
        trail.unreadSince(start, 7, 7);
        trail.unreadSince(start.plusSeconds(1), 7, 7);
        assertThat(trail.unreadSince(start.plusSeconds(2), 9, 7)).isEqualTo(start.plusSeconds(1));
        assertThat(trail.unreadSince(start.plusSeconds(3), 12, 7)).isEqualTo(start.plusSeconds(1));
        assertThat(trail.unreadSince(start.plusSeconds(4), 12, 9)).isEqualTo(start.plusSeconds(2));
        assertThat(trail.unreadSince(start.plusSeconds(5), 12, 11)).isEqualTo(start.plusSeconds(2));
    }
}
