package org.alongside.feeder.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.alongside.audit.finding.Count;
import org.alongside.audit.finding.Fault;
import org.alongside.audit.finding.Findings;
import org.junit.jupiter.api.Test;

class SummaryTest {

    @Test
    void six_zeros_are_good() {
        assertThat(of(List.of(), Map.of("records delivered again", 3L)).good()).isTrue();
    }

    @Test
    void a_fault_is_not() {
        assertThat(of(List.of(new Fault(Count.LOST, "event-told", "a", "gone")), Map.of())
                        .good())
                .isFalse();
    }

    @Test
    void a_lane_that_is_parked_is_not_and_is_told() {
        var summary = of(List.of(), Map.of(Findings.LANES_PARKED, 5L));
        assertThat(summary.good()).isFalse();
        assertThat(summary.text()).contains("5 lanes parked");
        assertThat(summary.json()).contains("\"lanes parked\" : 5");
    }

    private static Summary of(List<Fault> faults, Map<String, Long> notes) {
        var findings = new Findings(faults, List.of(), Map.of(), notes);
        return new Summary(
                List.of(),
                List.of(),
                new Overlap(Spread.NONE, Spread.NONE),
                new Speed(Spread.NONE, Spread.NONE, Spread.NONE),
                findings);
    }
}
