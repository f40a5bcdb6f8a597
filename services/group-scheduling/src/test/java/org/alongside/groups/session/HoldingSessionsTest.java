package org.alongside.groups.session;

import static org.alongside.groups.participant.World.ANN;
import static org.alongside.groups.participant.World.BEN;
import static org.alongside.groups.participant.World.CAT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.alongside.eventing.document.Cause;
import org.alongside.eventing.document.Owed;
import org.alongside.eventing.testing.TestSpace;
import org.alongside.eventing.web.Refused;
import org.alongside.groups.group.Group;
import org.alongside.groups.group.Phase;
import org.alongside.groups.participant.Attending;
import org.alongside.groups.participant.Plans;
import org.alongside.groups.participant.World;
import org.alongside.groups.timetable.Session;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HoldingSessionsTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 3, 4);
    private static final LocalDate SECOND = LocalDate.of(2026, 3, 11);

    private final World world = new World();
    private final HoldingSessions holding =
            new HoldingSessions(world.groups, world.scheduling, world.attending, world.holders);

    @BeforeEach
    void two_people_sit_on_wednesdays() {
        world.with(
                new TellingAttendance(world.groups, world.attending),
                new TellingCancellations(world.groups, world.attending));
        world.open("wednesday", World.plan(Phase.IOP, DayOfWeek.WEDNESDAY, "17:00", 10));
        world.admit(ANN);
        world.admit(BEN);
        world.settle();
    }

    private void attended(LocalDate date, Map<String, List<String>> named) {
        holding.attended("wednesday", date, named, Cause.OWN);
        world.settle();
    }

    private void refused(String rule, Runnable what) {
        assertThatThrownBy(what::run)
                .isInstanceOfSatisfying(Refused.class, r -> assertThat(r.rule()).isEqualTo(rule));
    }

    @Test
    void attendance_is_one_write_and_everyone_is_told() {
        world.moveTo("2026-03-04T23:10:00Z");
        attended(FIRST, Map.of("present", List.of(ANN), "absent", List.of(BEN)));

        var told = world.lastTold("participants", BEN, "attendance-recorded");
        assertThat(told.path("outcome").asString()).isEqualTo("absent");
        assertThat(told.path("streak").asInt()).isEqualTo(1);
        assertThat(told.path("sessionAt").asString()).isEqualTo("2026-03-04T22:00:00Z");
        assertThat(world.lastTold("participants", ANN, "attendance-recorded")
                        .path("streak")
                        .asInt())
                .isZero();
    }

    @Test
    void the_same_attendance_again_tells_nothing_and_a_correction_does() {
        world.moveTo("2026-03-04T23:10:00Z");
        attended(FIRST, Map.of("absent", List.of(ANN)));
        attended(FIRST, Map.of("absent", List.of(ANN)));
        assertThat(world.told(ANN)).containsExactly("seat-reserved", "attendance-recorded");
        attended(FIRST, Map.of("present", List.of(ANN)));
        assertThat(world.lastTold("participants", ANN, "attendance-recorded")
                        .path("streak")
                        .asInt())
                .isZero();
    }

    @Test
    void absences_add_up_and_an_excuse_neither_counts_nor_breaks() {
        world.moveTo("2026-03-25T23:10:00Z");
        attended(FIRST, Map.of("absent", List.of(ANN)));
        attended(SECOND, Map.of("excused", List.of(ANN)));
        attended(SECOND.plusWeeks(1), Map.of("absent", List.of(ANN)));
        assertThat(world.lastTold("participants", ANN, "attendance-recorded")
                        .path("streak")
                        .asInt())
                .isEqualTo(2);
        attended(SECOND.plusWeeks(2), Map.of("present", List.of(ANN)));
        assertThat(world.lastTold("participants", ANN, "attendance-recorded")
                        .path("streak")
                        .asInt())
                .isZero();
    }

    @Test
    void a_session_ahead_and_one_that_fell_out_have_no_attendance() {
        refused("session-not-held-yet", () -> attended(FIRST, Map.of("present", List.of(ANN))));
        holding.cancel("wednesday", FIRST, null, Cause.OWN);
        world.moveTo("2026-03-05T00:00:00Z");
        refused("session-cancelled", () -> attended(FIRST, Map.of("present", List.of(ANN))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-03-05", "2026-03-03"})
    void a_date_without_a_session_is_unknown(LocalDate date) {
        refused("unknown-session", () -> attended(date, Map.of()));
        refused("unknown-session", () -> holding.cancel("wednesday", date, null, Cause.OWN));
        refused("unknown-session", () -> holding.roster("wednesday", date));
    }

    @Test
    void only_who_is_on_the_roster_is_recorded_and_only_once() {
        world.moveTo("2026-03-04T23:10:00Z");
        refused("not-on-roster", () -> attended(FIRST, Map.of("present", List.of("9".repeat(32)))));
        refused("named-twice", () -> attended(FIRST, Map.of("present", List.of(ANN), "absent", List.of(ANN))));
        assertThat(world.told(ANN)).containsExactly("seat-reserved");
    }

    @Test
    void the_roster_holds_who_sat_there_then() {
        assertThat(holding.roster("wednesday", FIRST))
                .extracting(Attending.OnRoster::patientId)
                .containsExactly(ANN, BEN);
        world.moveTo("2026-03-06T00:00:00Z");
        world.discharge(BEN, "against-advice");
        world.release(BEN, "wednesday");
        world.settle();
        assertThat(holding.roster("wednesday", FIRST)).hasSize(2);
        assertThat(holding.roster("wednesday", SECOND))
                .extracting(Attending.OnRoster::patientId)
                .containsExactly(ANN);
        attended(FIRST, Map.of("absent", List.of(BEN)));
        assertThat(world.told(BEN)).endsWith("attendance-recorded");
    }

    @Test
    void a_session_called_off_is_told_to_the_group_and_to_each_person_once() {
        holding.cancel("wednesday", FIRST, null, Cause.OWN);
        holding.cancel("wednesday", FIRST, null, Cause.OWN);
        world.settle();

        var group = world.lastTold("groups", "wednesday", "session-cancelled");
        assertThat(group.path("startsAt").asString()).isEqualTo("2026-03-04T22:00:00Z");
        assertThat(group.path("zone").asString()).isEqualTo("America/New_York");
        assertThat(group.path("minutes").asInt()).isEqualTo(60);
        assertThat(world.told(ANN)).containsExactly("seat-reserved", "session-missed-by-group");
        var missed = world.lastTold("participants", ANN, "session-missed-by-group");
        assertThat(missed.path("sessionAt").asString()).isEqualTo("2026-03-04T22:00:00Z");
        assertThat(missed.path("nextSessionAt").asString()).isEqualTo("2026-03-11T21:00:00Z");
        assertThat(world.seats(ANN)).containsExactly("held wednesday");
    }

    @Test
    void what_was_held_cannot_be_called_off() {
        world.moveTo("2026-03-04T23:10:00Z");
        attended(FIRST, Map.of("present", List.of(ANN)));
        refused("attendance-taken", () -> holding.cancel("wednesday", FIRST, null, Cause.OWN));
    }

    @Test
    void whoever_sat_down_during_a_session_was_not_at_it() {
        world.moveTo("2026-03-04T22:30:00Z");
        world.admit(CAT);
        world.settle();
        assertThat(holding.roster("wednesday", FIRST))
                .extracting(Attending.OnRoster::patientId)
                .containsExactly(ANN, BEN);
        assertThat(holding.roster("wednesday", SECOND)).hasSize(3);
    }

    @Test
    void what_is_carried_out_late_tells_the_correction_made_since() {
        world.moveTo("2026-03-04T23:10:00Z");
        attended(FIRST, Map.of("absent", List.of(ANN)));
        attended(FIRST, Map.of("present", List.of(ANN)));
        new TellingAttendance(world.groups, world.attending)
                .carryOut("wednesday", "late", owed(Group.ATTENDED, Map.of("outcome", "absent")));
        assertThat(world.lastTold("participants", ANN, "attendance-recorded")
                        .path("outcome")
                        .asString())
                .isEqualTo("present");
    }

    private static Owed owed(String want, Map<String, String> more) {
        var details = new HashMap<>(more);
        details.put("date", FIRST.toString());
        details.put("startsAt", "2026-03-04T22:00:00Z");
        details.put("zone", World.NEW_YORK);
        details.put("minutes", "60");
        return new Owed(want, ANN, details);
    }

    @Test
    void a_group_that_moves_keeps_the_sessions_it_has_held() {
        world.moveTo("2026-03-06T12:00:00Z");
        world.open("wednesday", World.plan(Phase.IOP, DayOfWeek.FRIDAY, "18:00", 10));
        world.settle();
        assertThat(holding.roster("wednesday", FIRST)).hasSize(2);
        attended(FIRST, Map.of("absent", List.of(ANN)));
        assertThat(world.lastTold("participants", ANN, "attendance-recorded")
                        .path("sessionAt")
                        .asString())
                .isEqualTo("2026-03-04T22:00:00Z");
        refused("unknown-session", () -> holding.roster("wednesday", SECOND));
    }

    @Test
    void days_of_the_new_week_before_a_group_moved_were_no_sessions() {
        world.moveTo("2026-03-20T12:00:00Z");
        world.open("wednesday", World.plan(Phase.IOP, DayOfWeek.FRIDAY, "17:00", 10));
        world.settle();
        var friday = LocalDate.of(2026, 3, 13);
        refused("unknown-session", () -> holding.roster("wednesday", friday));
        refused("unknown-session", () -> attended(friday, Map.of("present", List.of(ANN))));
        assertThat(world.group("wednesday").sessions(FIRST, LocalDate.of(2026, 3, 28)))
                .extracting(Session::date)
                .containsExactly(FIRST, SECOND, SECOND.plusWeeks(1), friday.plusWeeks(1), friday.plusWeeks(2));
    }

    @Test
    void a_session_called_off_later_leaves_what_was_before_the_group_moved() {
        world.moveTo("2026-03-20T12:00:00Z");
        world.open("wednesday", World.plan(Phase.IOP, DayOfWeek.FRIDAY, "17:00", 10));
        var series = world.group("wednesday").plan().series();
        world.change("wednesday", plan -> Plans.series(plan, series.cancelling(Set.of(LocalDate.of(2026, 3, 27)))));
        assertThat(world.group("wednesday").sessions(FIRST, LocalDate.of(2026, 3, 20)))
                .extracting(Session::date)
                .containsExactly(FIRST, SECOND, SECOND.plusWeeks(1));
    }

    @Test
    void a_group_does_not_meet_again_on_the_day_it_moved() {
        world.moveTo("2026-03-04T23:10:00Z");
        world.open("wednesday", World.plan(Phase.IOP, DayOfWeek.WEDNESDAY, "19:00", 10));
        var group = world.group("wednesday");
        assertThat(group.sessionOn(FIRST).startsAt()).isEqualTo(Instant.parse("2026-03-04T22:00:00Z"));
        assertThat(group.nextSession(world.clock.instant())).map(Session::date).contains(SECOND);
    }

    @Test
    void what_happened_before_a_group_moved_is_told_afterwards() {
        holding.cancel("wednesday", SECOND, null, Cause.OWN);
        world.moveTo("2026-03-04T23:10:00Z");
        holding.attended("wednesday", FIRST, Map.of("present", List.of(ANN)), Cause.OWN);
        world.open("wednesday", World.plan(Phase.IOP, DayOfWeek.FRIDAY, "18:00", 10));
        world.settle();
        assertThat(world.told(ANN)).contains("session-missed-by-group", "attendance-recorded");
    }

    @Test
    void a_plan_that_does_not_name_it_puts_no_session_on_again() {
        holding.cancel("wednesday", FIRST, null, Cause.OWN);
        world.settle();
        world.open("wednesday", World.plan(Phase.IOP, DayOfWeek.WEDNESDAY, "17:00", 12));
        assertThat(world.group("wednesday").sessionOn(FIRST).cancelled()).isTrue();
        assertThat(world.group("wednesday").sessionOn(SECOND).cancelled()).isFalse();
    }

    @Test
    void a_plan_that_takes_sessions_out_calls_them_off() {
        var series = world.group("wednesday").plan().series();
        world.change("wednesday", plan -> Plans.series(plan, series.cancelling(Set.of(FIRST, SECOND))));
        world.settle();
        assertThat(world.told(ANN))
                .containsExactly(
                        "seat-reserved", "seat-reserved", "session-missed-by-group", "session-missed-by-group");
        assertThat(world.lastTold("participants", ANN, "seat-reserved")
                        .path("firstSessionAt")
                        .asString())
                .isEqualTo("2026-03-18T21:00:00Z");
        assertThat(world.space.told("groups", "wednesday"))
                .extracting(TestSpace.Event::type)
                .filteredOn("session-cancelled"::equals)
                .hasSize(2);
        world.moveTo("2026-03-05T00:00:00Z");
        refused("session-cancelled", () -> attended(FIRST, Map.of("present", List.of(ANN))));
    }

    @Test
    void a_plan_calls_off_no_more_than_can_be_told_at_once() {
        var dates = Stream.iterate(FIRST, date -> date.plusWeeks(1)).limit(101).collect(Collectors.toSet());
        var series = world.group("wednesday").plan().series();
        refused(
                "too-many-exceptions",
                () -> world.change("wednesday", plan -> Plans.series(plan, series.cancelling(dates))));
    }

    @Test
    void a_plan_cannot_take_out_what_has_begun() {
        world.moveTo("2026-03-04T23:10:00Z");
        var series = world.group("wednesday").plan().series();
        refused(
                "session-begun",
                () -> world.change("wednesday", plan -> Plans.series(plan, series.cancelling(Set.of(FIRST)))));
    }
}
