package org.alongside.continuum.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import org.alongside.continuum.handoff.Line;
import org.junit.jupiter.api.Test;

class CountingAtAGlanceTest {

    private final Centre centre = new Centre();

    @Test
    void an_overlap_is_counted_when_the_last_peer_seat_of_treatment_has_ended() {
        centre.admittedWithLeave();
        seated("s1");
        released("s1");
        seated("s2");
        centre.passes(Duration.ofDays(3)).planned(centre.now().plus(Duration.ofDays(9)));
        centre.seated(centre.request(Line.ALUMNI_SEAT), "s3", centre.now());
        assertThat(overlap().people()).isZero();

        centre.passes(Duration.ofDays(2));
        released("s2");
        assertThat(overlap()).isEqualTo(new Summary.Overlap(1, 48L, 48L, 48L));
    }

    private Summary.Overlap overlap() {
        return Summary.of(Stream.of(centre.journey()), Centre.ROSTER).overlap();
    }

    private void seated(String seat) {
        centre.hears(
                new SeatEvent.SeatTaken(Centre.CENTRE, Centre.ADMISSION, seat, "iop-1", "iop", centre.now(), null));
    }

    private void released(String seat) {
        centre.hears(new SeatEvent.SeatReleased(Centre.CENTRE, Centre.ADMISSION, seat, "iop", centre.now()));
    }
}
