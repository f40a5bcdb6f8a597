package org.alongside.feeder.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PlanningTest {

    private static final Instant START = Instant.parse("2026-03-02T12:00:00Z");
    private static final Plan USUAL = Plan.of(1, 64, 120, START);

    @Test
    void the_same_seed_gives_the_same_plan() {
        assertThat(Plan.of(1, 64, 120, START)).isEqualTo(USUAL);
    }

    @Test
    void another_seed_gives_other_people() {
        assertThat(Plan.of(2, 64, 120, START).people().getFirst().registered())
                .isNotEqualTo(USUAL.people().getFirst().registered());
    }

    @Test
    void at_least_sixty_people_come_and_no_two_share_a_record_number() {
        assertThat(USUAL.people()).hasSizeGreaterThanOrEqualTo(60);
        assertThat(USUAL.people().stream()
                        .map(p -> p.registered().recordNumber())
                        .distinct())
                .hasSameSizeAs(USUAL.people());
    }

    @Test
    void a_fifth_leaves_against_advice_within_the_days() {
        long gone = USUAL.people().stream()
                .filter(person -> person.ending() == Ending.AGAINST_ADVICE)
                .filter(person -> person.leaves().isBefore(START.plus(Duration.ofDays(120))))
                .count();
        assertThat(gone / 64.0).isBetween(0.18, 0.22);
    }

    @Test
    void who_stays_to_the_end_stays_four_to_ten_weeks() {
        assertThat(ending(Ending.PLANNED))
                .isNotEmpty()
                .allSatisfy(person -> assertThat(Duration.between(person.arrives(), person.leaves())
                                .toDays())
                        .isBetween(27L, 71L));
    }

    @Test
    void one_death_at_most_and_a_few_stays_that_never_were() {
        assertThat(ending(Ending.DIED)).hasSizeLessThanOrEqualTo(1);
        assertThat(ending(Ending.CANCELLED)).hasSizeBetween(2, 5);
    }

    @Test
    void every_kind_of_message_is_there() {
        assertThat(USUAL.sendings().stream().map(s -> s.message().trigger()).collect(Collectors.toSet()))
                .contains("A01", "A04", "A08", "A16", "A03", "A11", "A13");
        assertThat(USUAL.sendings()).anyMatch(s -> !s.ours()).anyMatch(Sending::again);
    }

    @Test
    void some_discharge_is_sent_before_its_admission() {
        assertThat(USUAL.people()).anyMatch(person -> {
            var sent = USUAL.sendings().stream()
                    .filter(s -> s.message().visitNumber().equals(person.visit(1)))
                    .map(s -> s.message().trigger())
                    .toList();
            return sent.indexOf("A03") >= 0 && sent.indexOf("A03") < Math.max(sent.indexOf("A01"), sent.indexOf("A04"));
        });
    }

    @Test
    void some_step_down_goes_on_under_another_visit_number() {
        assertThat(USUAL.sendings()).anyMatch(s -> s.key().contains(":v2:"));
    }

    @Test
    void a_plan_without_a_date_a_moved_one_and_a_discharge_that_is_taken_back_occur() {
        var plans = USUAL.sendings().stream()
                .filter(s -> s.message().trigger().equals("A16"))
                .toList();
        assertThat(plans).anyMatch(s -> s.message().expectedDischarge() == null);
        assertThat(plans.stream().collect(Collectors.groupingBy(Sending::visit)).values())
                .anyMatch(ofOneVisit -> ofOneVisit.size() > 1);
        assertThat(USUAL.sendings().stream().filter(s -> s.message().trigger().equals("A13")))
                .hasSizeBetween(1, 4);
    }

    @Test
    void keys_are_unique_and_name_nobody() {
        var keys = USUAL.sendings().stream().map(Sending::key).toList();
        assertThat(keys).doesNotHaveDuplicates();
        assertThat(keys)
                .noneMatch(key -> USUAL.people().stream()
                        .anyMatch(person -> key.contains(person.registered().recordNumber())));
    }

    @Test
    void a_short_play_has_discharges_too() {
        var plan = Plan.of(3, 10, 20, START);
        assertThat(plan.sendings())
                .anyMatch(
                        s -> s.message().trigger().equals("A03") && s.due().isBefore(START.plus(Duration.ofDays(20))));
    }

    @Test
    void nearly_everybody_gives_leave_to_be_contacted() {
        long leave = USUAL.deskWork().stream()
                .filter(work -> work.what().equals("contact-after-discharge"))
                .count();
        assertThat(leave).isBetween(60L, 63L);
    }

    @Test
    void nobody_at_all_is_refused() {
        assertThatThrownBy(() -> Plan.of(1, 0, 120, START)).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<Person> ending(Ending ending) {
        return USUAL.people().stream()
                .filter(person -> person.ending() == ending)
                .toList();
    }
}
