package org.alongside.continuum.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.alongside.continuum.checkin.CheckIn;
import org.alongside.continuum.checkin.Doing;
import org.alongside.continuum.handoff.Disposition;
import org.alongside.continuum.handoff.Handoff;
import org.alongside.continuum.handoff.Line;
import org.alongside.continuum.handoff.LineState;
import org.alongside.continuum.handoff.Stage;
import org.alongside.continuum.outreach.Task;
import org.alongside.continuum.outreach.TaskReason;
import org.alongside.contracts.Contracts;
import org.alongside.eventing.testing.TestSpace;
import org.alongside.eventing.web.Refused;
import tools.jackson.databind.json.JsonMapper;

/** One life as chance would have it: what happens next, and what must be true of it whatever has happened. */
final class Life {

    private static final int STEPS = 90;
    private static final Contracts CONTRACTS = Contracts.load();
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Random random;
    final Centre centre = new Centre();
    private final JourneyController controller =
            new JourneyController(centre.reading, centre.following, Centre.PRACTICE);
    private final Deque<Runnable> groups = new ArrayDeque<>();
    private final Deque<Runnable> mentorship = new ArrayDeque<>();
    private final Deque<Runnable> intake = new ArrayDeque<>();
    private final Map<String, String> answered = new HashMap<>();
    private final Map<String, String> seatOf = new HashMap<>();
    private final Set<String> withdrawn = new HashSet<>();
    private int read;
    private int names;
    private int risks;
    private int versions = 1;
    private int admissions = 1;
    private long toldAtDeath = -1;
    private boolean parked;

    Life(Random random) {
        this.random = random;
        intake.add(centre::admittedWithLeave);
    }

    void live() {
        for (int step = 0; step < STEPS; step++) {
            step();
            check();
        }
        checkTasks();
    }

    private void step() {
        parkOrFlow();
        switch (random.nextInt(12)) {
            case 0 -> intake.addLast(this::intakeSpeaks);
            case 1, 2, 3 -> deliver(intake);
            case 4, 5 -> deliver(groups);
            case 6, 7 -> deliver(mentorship);
            case 8, 9 -> staffActs();
            default -> passes(Duration.ofMinutes(random.nextInt(60 * 24 * 3)));
        }
        neighboursRead();
        if (random.nextBoolean()) {
            deliver(random.nextBoolean() ? groups : mentorship);
        }
        somethingEnds();
    }

    private void parkOrFlow() {
        if (parked && random.nextInt(3) == 0) {
            centre.flows("intake").passes(Duration.ZERO);
            parked = false;
        } else if (!parked && known() && random.nextInt(30) == 0) {
            centre.parked("intake");
            parked = true;
        }
    }

    private boolean known() {
        return centre.journeys.find(Centre.PERSON).isPresent();
    }

    private void passes(Duration time) {
        if (!parked) {
            centre.passes(time);
            return;
        }
        centre.clock.move(time);
        try {
            centre.following.due(Centre.PERSON);
        } catch (Refused waits) {
            assertThat(waits.rule()).isEqualTo("lane-parked");
        }
    }

    private void deliver(Deque<Runnable> lane) {
        if (!lane.isEmpty()) {
            lane.removeFirst().run();
        }
    }

    private String admission() {
        return Centre.PERSON + "-a" + admissions;
    }

    private void intakeSpeaks() {
        if (known() && centre.journey().deceased() && random.nextInt(3) == 0) {
            livesAfterAll();
            return;
        }
        var now = centre.now();
        var day = random.nextInt(4) == 0 ? null : now.plus(Duration.ofDays(random.nextInt(12)));
        centre.hears(
                switch (random.nextInt(24)) {
                    case 0, 1, 2 -> new IntakeEvent.DischargePlanned(Centre.CENTRE, admission(), day);
                    case 3 -> new IntakeEvent.DischargePlanCancelled(Centre.CENTRE, admission());
                    case 4, 5, 6, 7, 8, 9, 10 ->
                        new IntakeEvent.PatientDischarged(
                                Centre.CENTRE,
                                Centre.PERSON + "-a" + (1 + random.nextInt(admissions)),
                                now.minus(Duration.ofHours(random.nextInt(3) == 0 ? random.nextInt(100) : 0)),
                                disposition());
                    case 11, 12 -> new IntakeEvent.DischargeCancelled(Centre.CENTRE, admission(), day);
                    case 13 -> new IntakeEvent.AdmissionCancelled(Centre.CENTRE, admission());
                    case 14, 15 -> new IntakeEvent.AdmissionResumed(Centre.CENTRE, admission(), now);
                    case 16 -> consentRevoked();
                    case 17, 18, 19, 20 -> new IntakeEvent.ConsentGranted(Centre.leave(++versions));
                    case 21, 22 -> readmitted();
                    default ->
                        random.nextBoolean()
                                ? new IntakeEvent.PatientDeceased()
                                : new IntakeEvent.LevelOfCareChanged(
                                        Centre.CENTRE, admission(), new IntakeEvent.Level("3", "2.1"));
                });
    }

    /** What needs a human at once needs one again. */
    private void livesAfterAll() {
        risks += (int) centre.journey().tasks().values().stream()
                .filter(task -> task.reason() == TaskReason.RISK_ANSWER)
                .filter(task -> task.state() instanceof Task.State.Closed closed
                        && closed.outcome().equals("deceased"))
                .count();
        toldAtDeath = -1;
        centre.hears(new IntakeEvent.PatientDeceasedWithdrawn());
    }

    private String disposition() {
        var all = Disposition.values();
        return random.nextBoolean() ? "completed" : all[random.nextInt(all.length)].code();
    }

    private IntakeEvent consentRevoked() {
        return new IntakeEvent.ConsentRevoked(
                new IntakeEvent.Consent("c", "contact-after-discharge", ++versions, Set.of(), null));
    }

    private IntakeEvent readmitted() {
        admissions++;
        passes(Duration.ofMinutes(1));
        return new IntakeEvent.PatientAdmitted(Centre.CENTRE, admission(), centre.now(), List.of());
    }

    /** The neighbours read what was told and decide what to answer, and when. */
    private void neighboursRead() {
        var told = centre.events();
        for (; read < told.size(); read++) {
            var event = told.get(read);
            var data = JSON.readTree(event.data());
            var request = data.path("requestId").asString("");
            var admissionId = data.get("admissionId").asString();
            switch (event.type()) {
                case "alumni-seat-requested" -> answerForSeat(request, admissionId);
                case "peer-continuity-requested" -> answerForPeer(request, admissionId);
                case "alumni-seat-request-withdrawn" -> {
                    assertThat(withdrawn.add(request)).as("withdrawn once").isTrue();
                    groups.add(() -> release(request, admissionId));
                }
                case "peer-continuity-request-withdrawn" ->
                    assertThat(withdrawn.add(request)).as("withdrawn once").isTrue();
                default -> {}
            }
        }
    }

    private void answerForSeat(String request, String admissionId) {
        int kind = random.nextInt(6);
        if (kind == 0 || kind == 1) {
            groups.add(() -> centre.hears(
                    new SeatEvent.SeatWaitlisted(Centre.CENTRE, admissionId, "alumni", 1, List.of(), request)));
        }
        if (kind != 0 && kind != 4) {
            var seat = "s" + ++names;
            groups.add(() -> {
                answered.put(seat, request);
                seatOf.put(request, seat);
                var first = centre.now().plus(Duration.ofDays(random.nextInt(10)));
                centre.hears(new SeatEvent.SeatTaken(Centre.CENTRE, admissionId, seat, "g1", "alumni", first, request));
            });
        }
    }

    private void release(String request, String admissionId) {
        var seat = seatOf.get(request);
        if (seat != null) {
            centre.hears(new SeatEvent.SeatReleased(Centre.CENTRE, admissionId, seat, "alumni", centre.now()));
        }
    }

    private void answerForPeer(String request, String admissionId) {
        int kind = random.nextInt(6);
        var match = "m" + ++names;
        if (kind == 0) {
            mentorship.add(() ->
                    centre.hears(new PeerEvent.MentorSearchWaitlisted(Centre.CENTRE, admissionId, List.of(), request)));
        }
        if (kind == 1) {
            mentorship.add(() -> centre.hears(new PeerEvent.MentorProposed(Centre.CENTRE, admissionId, request)));
        }
        if (kind != 0 && kind != 4) {
            mentorship.add(() -> {
                answered.put(match, request);
                centre.hears(new PeerEvent.MentorAssigned(Centre.CENTRE, admissionId, match, "mentor-1", request));
            });
        }
    }

    private void somethingEnds() {
        if (names > 0 && random.nextInt(25) == 0) {
            var name = 1 + random.nextInt(names);
            groups.add(() -> centre.hears(
                    new SeatEvent.SeatReleased(Centre.CENTRE, admission(), "s" + name, "alumni", centre.now())));
            mentorship.add(
                    () -> centre.hears(new PeerEvent.MentorAssignmentEnded(Centre.CENTRE, admission(), "m" + name)));
        }
    }

    private void staffActs() {
        if (!known() || centre.journey().deceased()) {
            return;
        }
        var open = centre.openTasks();
        if (!parked && !open.isEmpty() && random.nextInt(3) == 0) {
            var outcomes = List.of("reached", "could-not-reach", "declined", "wants-support", "resolved");
            centre.closes(open.get(random.nextInt(open.size())), outcomes.get(random.nextInt(5)));
            return;
        }
        var checkIns = centre.journey().episodes().values().stream()
                .flatMap(episode -> episode.checkIns().stream())
                .toList();
        if (!checkIns.isEmpty() && random.nextInt(8) == 0) {
            answer(checkIns.get(random.nextInt(checkIns.size())), Doing.NOT_SAFE);
            return;
        }
        checkIns.stream()
                .filter(c -> !parked && c.state() instanceof CheckIn.State.Due)
                .findFirst()
                .ifPresent(c -> answer(c, Doing.values()[random.nextInt(4)]));
    }

    private void answer(CheckIn checkIn, Doing doing) {
        risks += doing.risk() ? 1 : 0;
        controller.answer(
                Centre.PERSON, checkIn.checkInId(), new JourneyController.Answer(doing.code()), centre.command());
    }

    private void check() {
        if (!known()) {
            return;
        }
        var journey = centre.journey();
        journey.episodes().values().forEach(episode -> {
            onlyTheCurrentRequestCounts(episode);
            if (!parked) {
                securedMeansAllFour(episode);
                securedOrOwned(journey, episode);
            }
        });
        handedOffOnce(journey);
        oneTaskOfAKind(journey);
        assertThat(journey.story()).hasSizeLessThanOrEqualTo(150);
        nothingAfterADeath(journey);
    }

    private void securedMeansAllFour(Episode episode) {
        var handoff = episode.running();
        if (handoff != null && !episode.paused()) {
            assertThat(handoff.stage() instanceof Stage.Open).isEqualTo(!handoff.allSecured());
        }
    }

    private void onlyTheCurrentRequestCounts(Episode episode) {
        var handoff = episode.running();
        for (var line : List.of(Line.ALUMNI_SEAT, Line.PEER_CONTACT)) {
            if (handoff != null && handoff.line(line) instanceof LineState.Secured secured) {
                assertThat(answered.get(secured.by())).isEqualTo(secured.requestId());
                assertThat(withdrawn).doesNotContain(String.valueOf(secured.requestId()));
            }
        }
    }

    private void securedOrOwned(Journey journey, Episode episode) {
        if (journey.deceased()
                || episode.paused()
                || !(episode.phase() instanceof Phase.Discharged left)
                || left.declined()
                || left.disposition() == Disposition.DIED) {
            return;
        }
        Handoff handoff = episode.handoff();
        boolean secured = handoff != null && handoff.allSecured();
        boolean answering = handoff != null
                && handoff.coverBy() != null
                && handoff.coverBy().isAfter(centre.now())
                && !handoff.coverBy().isAfter(centre.now().plus(Duration.ofHours(1)));
        boolean owned = journey.tasks().values().stream()
                .anyMatch(task -> task.open()
                        && task.admissionId().equals(episode.admissionId())
                        && (handoff == null
                                ? task.reason().asksWhatIsWanted()
                                : handoff.handoffId().equals(task.handoffId()))
                        && Centre.ROSTER.knows(task.assignee()));
        assertThat(secured || owned || answering).as("%s", journey).isTrue();
    }

    private void handedOffOnce(Journey journey) {
        if (parked || journey.deceased()) {
            return;
        }
        var stays = journey.episodes().values();
        boolean treated = stays.stream().anyMatch(e -> e.phase().treated());
        assertThat(stays.stream().filter(e -> e.phase().left() && !e.paused() && e.running() != null))
                .as("%s", journey)
                .hasSizeLessThanOrEqualTo(treated ? 0 : 1);
    }

    private static void oneTaskOfAKind(Journey journey) {
        var kinds = journey.tasks().values().stream()
                .filter(t -> t.open() && t.reason() != TaskReason.RISK_ANSWER)
                .map(t -> t.admissionId() + t.reason() + t.line())
                .toList();
        assertThat(kinds).doesNotHaveDuplicates();
    }

    /** Each task is raised once and closed at most once, and what is open is what was told and not closed. */
    private void checkTasks() {
        var raised = new HashSet<String>();
        var closed = new HashSet<String>();
        for (TestSpace.Event event : centre.events()) {
            assertThat(CONTRACTS.violations("continuum", event.type(), "1.0.0", event.data()))
                    .as(event.type())
                    .isEmpty();
            var task = event.type().startsWith("outreach-task")
                    ? JSON.readTree(event.data()).get("taskId").asString()
                    : "";
            switch (event.type()) {
                case "outreach-task-raised" -> assertThat(raised.add(task)).isTrue();
                case "outreach-task-escalated" ->
                    assertThat(raised.contains(task) && !closed.contains(task)).isTrue();
                case "outreach-task-closed" ->
                    assertThat(raised.contains(task) && closed.add(task)).isTrue();
                default -> {}
            }
        }
        assertThat(centre.payloads("outreach-task-raised"))
                .filteredOn(raise -> raise.get("reason").asString().equals("risk-answer"))
                .hasSize(risks);
        raised.removeAll(closed);
        if (!known()) {
            return;
        }
        assertThat(centre.openTasks()).extracting(Task::taskId).containsExactlyInAnyOrderElementsOf(raised);
    }

    private void nothingAfterADeath(Journey journey) {
        if (journey.deceased() && toldAtDeath < 0) {
            toldAtDeath = centre.told().size();
            assertThat(centre.openTasks()).isEmpty();
        }
        if (toldAtDeath >= 0) {
            assertThat(centre.told()).hasSize((int) toldAtDeath);
        }
    }
}
