package org.alongside.standalone;

import static org.alongside.audit.finding.Count.DOUBLED;
import static org.alongside.audit.finding.Count.DOUBLE_SEATED;
import static org.alongside.audit.finding.Count.FELL_BETWEEN;
import static org.alongside.audit.finding.Count.LOST;
import static org.alongside.audit.finding.Count.OUT_OF_ORDER;
import static org.alongside.audit.finding.Count.OVER_BOOKED;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.alongside.audit.Audit;
import org.alongside.audit.AuditSettings;
import org.alongside.audit.finding.Count;
import org.alongside.audit.finding.Findings;
import org.alongside.audit.finding.HandOff;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;

/** The same people on the same rough day, each time on another platform: the real one, and others that have one fault each. */
class AuditIsNotBlindTest {

    private static final Path CONTRACTS = Path.of("..", "..", "contracts", "events");

    @TempDir
    Path data;

    @Test
    void counts_nothing_where_the_platform_is_as_it_should_be() throws Exception {
        var findings = audited(List.of(), Duration.ofSeconds(20));

        assertThat(findings.faults()).as(findings.text()).isEmpty();
        assertThat(findings.handOffs()).anyMatch(HandOff::secured);
        assertThat(findings.notes().get("records delivered again")).isPositive();
    }

    @Test
    void counts_as_lost_what_was_removed_before_its_ack() throws Exception {
        counts(LOST, Mutants.removedBeforeTheAck());
    }

    @Test
    void counts_as_doubled_what_was_applied_twice_without_a_receipt() throws Exception {
        counts(DOUBLED, Mutants.receiptNotWritten());
    }

    @Test
    void counts_as_out_of_order_two_events_that_were_swapped() throws Exception {
        counts(OUT_OF_ORDER, Mutants.twoEventsSwapped());
    }

    @Test
    void counts_as_over_booked_a_place_that_was_claimed_without_its_condition() throws Exception {
        counts(OVER_BOOKED, Mutants.claimWithoutItsCondition());
    }

    @Test
    void counts_as_double_seated_whose_earlier_match_was_not_told_to_be_over() throws Exception {
        counts(DOUBLE_SEATED, Mutants.droppedEvent());
    }

    @Test
    void counts_as_fallen_between_whose_hand_off_is_open_and_nobodys_task() throws Exception {
        counts(FELL_BETWEEN, Mutants.handOffWithoutTask());
    }

    @Test
    void counts_as_lost_what_waits_to_be_told_for_ever() throws Exception {
        try (var platform = Running.on(data, RoughDay.with(List.of(Mutants.neverAcknowledged())))) {
            new SixPeople(platform).live();
            var findings = audited(platform, Duration.ofSeconds(3));

            assertThat(findings.faults(LOST))
                    .as(findings.text())
                    .isNotEmpty()
                    .allSatisfy(fault -> assertThat(fault.rule()).isEqualTo("work-left"));
        }
    }

    private void counts(Count count, ApplicationContextInitializer<GenericApplicationContext> mutant) throws Exception {
        var findings = audited(List.of(mutant), Duration.ZERO);

        assertThat(findings.number(count)).as(findings.text()).isPositive();
    }

    private Findings audited(List<ApplicationContextInitializer<GenericApplicationContext>> mutants, Duration patience)
            throws Exception {
        try (var platform = Running.on(data, RoughDay.with(mutants))) {
            var people = new SixPeople(platform);
            people.live();
            people.rest();
            return audited(platform, patience);
        }
    }

    private static Findings audited(Running platform, Duration patience) {
        return new Audit(new AuditSettings(
                        platform.address("kafka"), platform.address("mongo"), null, null, CONTRACTS, patience, false))
                .run();
    }
}
