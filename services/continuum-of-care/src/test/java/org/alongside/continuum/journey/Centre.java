package org.alongside.continuum.journey;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.alongside.continuum.ContinuumSettings;
import org.alongside.continuum.centre.CentreCalendar;
import org.alongside.continuum.centre.Duty;
import org.alongside.continuum.centre.DutyRoster;
import org.alongside.continuum.centre.StaffMember;
import org.alongside.continuum.checkin.Cadence;
import org.alongside.continuum.checkin.CheckIn;
import org.alongside.continuum.checkin.Doing;
import org.alongside.continuum.handoff.HandoffPolicy;
import org.alongside.continuum.handoff.Line;
import org.alongside.continuum.handoff.LineState;
import org.alongside.continuum.outreach.Task;
import org.alongside.continuum.outreach.TaskReason;
import org.alongside.continuum.outreach.TaskRules;
import org.alongside.eventing.document.Cause;
import org.alongside.eventing.document.Documents;
import org.alongside.eventing.lane.Incoming;
import org.alongside.eventing.testing.MovableClock;
import org.alongside.eventing.testing.TestSpace;
import org.bson.Document;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A centre in memory with one person to follow: tests say what is heard and how time passes, and ask what was told. */
final class Centre {

    static final String PERSON = "00112233445566778899aabbccddeeff";
    static final String ADMISSION = PERSON + "-a1";
    static final String CENTRE = "centre-1";
    /** A Monday, ten in the morning at the centre. */
    static final Instant START = Instant.parse("2026-03-02T15:00:00Z");

    static final CentreCalendar CALENDAR = new CentreCalendar(
            ZoneId.of("America/New_York"),
            Set.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY),
            LocalTime.of(9, 0),
            LocalTime.of(17, 0),
            LocalTime.of(21, 0),
            LocalTime.of(9, 0));

    static final DutyRoster ROSTER = new DutyRoster(List.of(
            new StaffMember("coordinator-1", "Rosa Delgado", Set.of(Duty.COORDINATOR), "coordinator-2"),
            new StaffMember("coordinator-2", "Peter Lindqvist", Set.of(Duty.COORDINATOR), null),
            new StaffMember("on-call-1", "Amina Yusuf", Set.of(Duty.ON_CALL), null),
            new StaffMember("supervisor-1", "Joanne Whitfield", Set.of(Duty.PEER_SUPERVISOR), null)));

    static final Practice PRACTICE = new Practice(
            new HandoffPolicy(
                    CALENDAR,
                    Duration.ofHours(24),
                    Duration.ofHours(24),
                    Duration.ofHours(24),
                    2,
                    Duration.ofDays(7),
                    Duration.ofHours(1)),
            new Cadence(CALENDAR, List.of(1, 3, 7), Duration.ofHours(24), 2),
            new TaskRules(CALENDAR, ROSTER, Duration.ofMinutes(30)),
            3,
            new ContinuumSettings.Crisis("988", "At any hour."));

    private static final JsonMapper JSON = JsonMapper.shared();

    final MovableClock clock = new MovableClock(START);
    final TestSpace space = new TestSpace(clock);
    final Documents<Journey> journeys = space.documents(JourneyConfiguration.KIND);
    final Documents<LaneTask> laneTasks = space.documents(LaneTaskConfiguration.KIND);
    final LaneTasks seeingToLanes = new LaneTasks(laneTasks, PRACTICE);
    final ReadingJourneys reading = new ReadingJourneys(journeys, seeingToLanes, PRACTICE, clock);
    final FollowingPeople following = new FollowingPeople(journeys, PRACTICE);
    private final Map<String, Long> sequences = new HashMap<>();
    private final List<TestSpace.Event> events = new ArrayList<>();
    private int commands;

    Centre hears(IntakeEvent event) {
        following.on(next("intake"), event);
        return this;
    }

    Centre hears(PeerEvent event) {
        following.on(next("mentorship"), event);
        return this;
    }

    Centre hears(SeatEvent event) {
        following.on(next("groups"), event);
        return this;
    }

    Incoming next(String source) {
        var sequence = sequences.merge(source, 1L, Long::sum);
        return new Incoming(source, PERSON, "any", sequence, clock.instant(), source + sequence);
    }

    /** Time passes; whatever becomes due on the way is decided at its time. */
    Centre passes(Duration time) {
        var until = clock.instant().plus(time);
        while (true) {
            var due = journeys.find(PERSON).flatMap(kept -> Journey.dueAt(kept.state()));
            if (due.isEmpty() || due.get().isAfter(until)) {
                break;
            }
            if (due.get().isAfter(clock.instant())) {
                clock.moveTo(due.get());
            }
            following.due(PERSON);
            var again = Journey.dueAt(journey());
            if (again.isPresent() && !again.get().isAfter(clock.instant())) {
                throw new AssertionError("Deciding at its time left the journey due: " + journey());
            }
        }
        clock.moveTo(until);
        return this;
    }

    Centre passesTo(Instant until) {
        return passes(Duration.between(clock.instant(), until));
    }

    Instant now() {
        return clock.instant();
    }

    Journey journey() {
        return java.util.Objects.requireNonNull(
                journeys.find(PERSON).orElseThrow().state());
    }

    Episode episode() {
        return java.util.Objects.requireNonNull(journey().episodes().get(ADMISSION));
    }

    LineState line(Line line) {
        return java.util.Objects.requireNonNull(episode().handoff()).line(line);
    }

    String request(Line line) {
        return java.util.Objects.requireNonNull(line(line).requestId());
    }

    /** Why this line stands as it does, as staff read it. */
    WhyView.LineWhy why(Line line) {
        return WhyView.of(PERSON, journey(), now(), ROSTER).lines().stream()
                .filter(why -> why.line().equals(line.code()))
                .findFirst()
                .orElseThrow();
    }

    List<CheckIn> checkIns() {
        return episode().checkIns();
    }

    List<Task> openTasks() {
        return journey().tasks().values().stream().filter(Task::open).toList();
    }

    List<String> openReasons() {
        return openTasks().stream().map(t -> t.reason().code()).sorted().toList();
    }

    Task open(TaskReason reason) {
        return openTasks().stream()
                .filter(t -> t.reason() == reason)
                .findFirst()
                .orElseThrow();
    }

    /** Everything told so far, taken out of the outbox as the relay would. */
    List<TestSpace.Event> events() {
        var fresh = space.told("journeys", PERSON);
        if (!fresh.isEmpty()) {
            var sent = new Document();
            fresh.forEach(event -> sent.append("outbox." + event.sequence(), ""));
            space.store().update("journeys", new Document("_id", PERSON), new Document("$unset", sent));
            events.addAll(fresh);
        }
        return events;
    }

    List<String> told() {
        return events().stream().map(TestSpace.Event::type).toList();
    }

    long told(String type) {
        return told().stream().filter(type::equals).count();
    }

    List<JsonNode> payloads(String type) {
        return events().stream()
                .filter(event -> event.type().equals(type))
                .map(event -> JSON.readTree(event.data()))
                .toList();
    }

    JsonNode last(String type) {
        return payloads(type).getLast();
    }

    // ---- what is heard

    Centre admitted() {
        return hears(new IntakeEvent.PatientAdmitted(CENTRE, ADMISSION, now(), List.of()));
    }

    Centre admittedWithLeave() {
        return hears(new IntakeEvent.PatientAdmitted(CENTRE, ADMISSION, now(), List.of(leave(1))));
    }

    static IntakeEvent.Consent leave(int version) {
        return new IntakeEvent.Consent(
                PERSON + "-c" + version, "contact-after-discharge", version, Set.of("sms", "voicemail"), null);
    }

    Centre planned(Instant day) {
        return hears(new IntakeEvent.DischargePlanned(CENTRE, ADMISSION, day));
    }

    Centre discharged(String disposition) {
        return hears(new IntakeEvent.PatientDischarged(CENTRE, ADMISSION, now(), disposition));
    }

    Centre seated(String request, String seat, Instant first) {
        return hears(new SeatEvent.SeatTaken(CENTRE, ADMISSION, seat, "alumni-1", "alumni", first, request));
    }

    Centre waitlistedForSeat(String request) {
        return hears(new SeatEvent.SeatWaitlisted(
                CENTRE, ADMISSION, "alumni", 2, List.of(new PeerEvent.Excluded("no-shared-time", 3)), request));
    }

    Centre kept(String request, String match) {
        return hears(new PeerEvent.MentorKept(CENTRE, ADMISSION, request, match, "mentor-1"));
    }

    /** A record of this source cannot be applied: the person is frozen until it is. */
    Centre parked(String source) {
        return mark("$set", source);
    }

    /** What waited was applied or skipped. */
    Centre flows(String source) {
        return mark("$unset", source);
    }

    private Centre mark(String operator, String source) {
        space.store()
                .update(
                        FollowingPeople.COLLECTION,
                        new Document("_id", PERSON),
                        new Document(operator, new Document("frozen." + source, true))
                                .append("$inc", new Document("version", 1L)));
        return this;
    }

    /** Both neighbours answer what is asked now. */
    Centre neighboursAnswer() {
        seated(request(Line.ALUMNI_SEAT), PERSON + "-s9", now().plus(Duration.ofDays(3)));
        return kept(request(Line.PEER_CONTACT), PERSON + "-m1");
    }

    Task attempts(Task task, String outcome) {
        return following.order(
                PERSON,
                command(),
                Task.class,
                turn -> new StaffCommands(turn).attempt(task.taskId(), outcome, "coordinator-1"));
    }

    void closes(Task task, String outcome) {
        following.order(PERSON, command(), Boolean.class, turn -> {
            new StaffCommands(turn).close(task.taskId(), outcome, "coordinator-1");
            return true;
        });
    }

    void answers(CheckIn checkIn, Doing doing) {
        following.order(PERSON, command(), Boolean.class, turn -> {
            new AnsweringCheckIns(turn).answer(checkIn.checkInId(), doing);
            return true;
        });
    }

    Cause.Command command() {
        commands++;
        return new Cause.Command("k" + commands, "f" + commands, null);
    }
}
