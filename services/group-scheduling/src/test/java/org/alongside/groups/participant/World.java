package org.alongside.groups.participant;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.alongside.eventing.document.Cause;
import org.alongside.eventing.document.DocumentStore;
import org.alongside.eventing.document.Documents;
import org.alongside.eventing.document.OwedWork;
import org.alongside.eventing.lane.Incoming;
import org.alongside.eventing.testing.FakeDocumentStore;
import org.alongside.eventing.testing.MovableClock;
import org.alongside.eventing.testing.TestSpace;
import org.alongside.groups.GroupsSettings;
import org.alongside.groups.group.Group;
import org.alongside.groups.group.GroupPlan;
import org.alongside.groups.group.Holders;
import org.alongside.groups.group.Modality;
import org.alongside.groups.group.Phase;
import org.alongside.groups.group.SchedulingGroups;
import org.alongside.groups.timetable.Series;
import org.alongside.groups.timetable.Window;
import org.alongside.groups.timetable.WindowText;
import org.bson.Document;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A centre in memory: its groups, its people, and what other services tell of them. It is Monday, 10:00 in New York. */
public final class World {

    public static final String NEW_YORK = "America/New_York";
    public static final String ANN = "a".repeat(32);
    public static final String BEN = "b".repeat(32);
    public static final String CAT = "c".repeat(32);
    private static final JsonMapper JSON = JsonMapper.shared();

    public final MovableClock clock = new MovableClock("2026-03-02T15:00:00Z");
    public final TestSpace space;
    public final Documents<Group> groups;
    public final SchedulingGroups scheduling;
    public final Holders holders;
    public final Attending attending;
    final Documents<Participant> participants;
    final SeatingParticipants seating;
    final HearingIntake intake;
    final HearingContinuum continuum;
    final ComparingClaims sweep;
    private final List<OwedWork<?>> works = new ArrayList<>();
    private final Map<String, Long> sequences = new HashMap<>();

    public World() {
        this(settings(1, Map.of("completed", 14, "step-down", 14), weights()), new FakeDocumentStore());
    }

    World(GroupsSettings settings, DocumentStore store) {
        space = new TestSpace(store, clock);
        groups = space.documents(Group.KIND);
        participants = space.documents(ParticipantConfiguration.KIND);
        Documents<Avoided> avoided = space.documents(ParticipantConfiguration.AVOIDED);
        var lookingAround = new LookingAround(participants, avoided, groups);
        seating = new SeatingParticipants(participants, lookingAround, new SeatingPolicy(settings));
        holders = lookingAround::holders;
        scheduling = new SchedulingGroups(groups, holders);
        attending = new Attending(participants);
        intake = new HearingIntake(seating);
        continuum = new HearingContinuum(seating);
        sweep = new ComparingClaims(participants, groups, seating, clock, Duration.ZERO);
        works.add(new ClaimingSeats(groups, seating));
        works.add(new KeepingApart(avoided, seating));
        works.add(new ReleasingSeats(groups, seating));
        works.add(new PromotingWaits(groups, seating));
        works.add(new SearchingForThoseWhoWait(participants, groups, seating));
        works.add(new LookingAgain(groups, seating));
    }

    static GroupsSettings.Weights weights() {
        return new GroupsSettings.Weights(0.30, 0.25, 0.20, 0.15, 0.10);
    }

    static GroupsSettings settings(int iopSeats, Map<String, Integer> overlap, GroupsSettings.Weights weights) {
        var evening = new GroupsSettings.Track(
                List.of(new WindowText(List.of("monday", "tuesday", "thursday"), "18:00", "21:00", NEW_YORK)),
                List.of(new WindowText(List.of("thursday"), "20:00", "21:00", NEW_YORK)));
        return new GroupsSettings(
                "riverside",
                Map.of("evening", evening),
                iopSeats,
                List.of(new GroupsSettings.Level("3", "1", 2), new GroupsSettings.Level("3", "0.5", 0)),
                overlap,
                weights,
                Duration.ZERO);
    }

    // groups ---------------------------------------------------------------------------------------------------------

    public static GroupPlan plan(Phase phase, DayOfWeek day, String from, Integer capacity) {
        return new GroupPlan(
                "riverside",
                null,
                phase,
                new Series(window(day, from, NEW_YORK), null, null, Set.of()),
                Set.of(),
                Set.of(),
                Set.of("en"),
                Modality.IN_PERSON,
                capacity,
                List.of("facilitator-1"),
                true);
    }

    static Window window(DayOfWeek day, String from, String zone) {
        var opens = LocalTime.parse(from);
        return new Window(Set.of(day), opens, opens.plusHours(1), zone);
    }

    public Group open(String groupId, GroupPlan plan) {
        return scheduling.plan(groupId, plan, Cause.OWN).state();
    }

    public Group group(String groupId) {
        return scheduling.find(groupId).state();
    }

    public World with(OwedWork<?>... more) {
        works.addAll(List.of(more));
        return this;
    }

    List<OwedWork<?>> works() {
        return works;
    }

    /** Everything that is owed is carried out, as the relay would. */
    public void settle() {
        space.settleAll(works);
    }

    public void moveTo(String instant) {
        clock.moveTo(Instant.parse(instant));
    }

    /** What the machine does at that time by itself. */
    public void timePassesTo(String instant) {
        moveTo(instant);
        participants.due(clock.instant(), 100).forEach(new EndingSeats(seating)::due);
        settle();
    }

    // what others tell -----------------------------------------------------------------------------------------------

    /** The number that the next record of a lane has. */
    void sequence(String source, String person, long number) {
        sequences.put(source + person, number - 1);
    }

    Incoming next(String source, String person, String type) {
        long sequence = sequences.merge(source + person, 1L, Long::sum);
        return new Incoming(source, person, type, sequence, clock.instant(), source + sequence);
    }

    public static String stay(String person) {
        return person + "-a1";
    }

    static IntakeFacts.ProfileTold profile(int version) {
        return new IntakeFacts.ProfileTold(version, null, null, null, null, null, null, true);
    }

    static IntakeFacts.ProfileTold avoiding(int version, String... ids) {
        return new IntakeFacts.ProfileTold(version, null, null, null, null, null, Set.of(ids), true);
    }

    public void admit(String person) {
        admit(person, profile(1), "26-35");
    }

    void admit(String person, IntakeFacts.ProfileTold profile, String ageBand) {
        admit(person, profile, ageBand, "2.1");
    }

    void admit(String person, IntakeFacts.ProfileTold profile, String ageBand, String level) {
        intake.admitted(
                next("intake", person, "patient-admitted"),
                new IntakeFacts.PatientAdmitted(
                        "riverside",
                        stay(person),
                        clock.instant(),
                        "evening",
                        new LevelOfCare("3", level),
                        ageBand,
                        profile,
                        List.of()));
    }

    /** The person comes back; before, they were {@link #stay}. */
    void admitAgain(String person, String admissionId) {
        intake.admitted(
                next("intake", person, "patient-admitted"),
                new IntakeFacts.PatientAdmitted(
                        "riverside",
                        admissionId,
                        clock.instant(),
                        "evening",
                        new LevelOfCare("3", "2.1"),
                        "26-35",
                        null,
                        List.of()));
    }

    /** A record of intake could not be applied; what follows it waits, until staff have seen to the cause. */
    void parksLane(String person) {
        var flag = new Document("frozen.intake", true);
        if (!raise(person, "$set", flag)) {
            space.store()
                    .insert(
                            "participants",
                            new Document("_id", person)
                                    .append("version", 1L)
                                    .append("seq", 0L)
                                    .append("outbox", new Document())
                                    .append("owed", new Document())
                                    .append("frozen", new Document("intake", true)));
        }
    }

    void lanesFlow(String person) {
        var flag = new Document("frozen.intake", "");
        raise(person, "$unset", flag);
    }

    private boolean raise(String person, String operator, Document flag) {
        return space.store()
                .update(
                        "participants",
                        new Document("_id", person),
                        new Document(operator, flag).append("$inc", new Document("version", 1L)));
    }

    void profileOf(String person, IntakeFacts.ProfileTold profile) {
        intake.profileUpdated(
                next("intake", person, "peer-profile-updated"),
                new IntakeFacts.PeerProfileUpdated("riverside", profile, "26-35"));
    }

    void ageOf(String person, String ageBand) {
        intake.profileUpdated(
                next("intake", person, "peer-profile-updated"),
                new IntakeFacts.PeerProfileUpdated("riverside", null, ageBand));
    }

    void level(String person, String level, String track) {
        intake.levelChanged(
                next("intake", person, "level-of-care-changed"),
                new IntakeFacts.LevelOfCareChanged("riverside", stay(person), new LevelOfCare("3", level), track));
    }

    public void discharge(String person, String disposition) {
        discharge(person, stay(person), disposition);
    }

    void discharge(String person, String admissionId, String disposition) {
        intake.discharged(
                next("intake", person, "patient-discharged"),
                new IntakeFacts.PatientDischarged("riverside", admissionId, clock.instant(), disposition));
    }

    void dischargeCancelled(String person) {
        intake.reopened(
                next("intake", person, "discharge-cancelled"), new IntakeFacts.OfAdmission("riverside", stay(person)));
    }

    void cancel(String person) {
        cancel(person, stay(person));
    }

    void cancel(String person, String admissionId) {
        intake.cancelled(
                next("intake", person, "admission-cancelled"), new IntakeFacts.OfAdmission("riverside", admissionId));
    }

    void dies(String person) {
        intake.deceased(next("intake", person, "patient-deceased"), new IntakeFacts.OfPerson("riverside"));
    }

    void lives(String person) {
        intake.alive(next("intake", person, "patient-deceased-withdrawn"), new IntakeFacts.OfPerson("riverside"));
    }

    void consent(String person, int version, boolean given) {
        var consent = new IntakeFacts.ConsentChanged(
                "riverside", new IntakeFacts.ConsentTold("peer-disclosure", version, null));
        var in = next("intake", person, given ? "consent-granted" : "consent-revoked");
        if (given) {
            intake.granted(in, consent);
        } else {
            intake.revoked(in, consent);
        }
    }

    void requestSeat(String person, int request) {
        requestSeat(person, stay(person), request);
    }

    void requestSeat(String person, String admissionId, int request) {
        continuum.requested(
                next("continuum", person, "alumni-seat-requested"),
                new HearingContinuum.SeatRequest("riverside", admissionId, person + "-r" + request));
    }

    void withdraw(String person, int request) {
        withdraw(person, stay(person), request);
    }

    void withdraw(String person, String admissionId, int request) {
        continuum.withdrawn(
                next("continuum", person, "alumni-seat-request-withdrawn"),
                new HearingContinuum.SeatRequest("riverside", admissionId, person + "-r" + request));
    }

    void secured(String person) {
        secured(person, stay(person));
    }

    void secured(String person, String admissionId) {
        continuum.secured(
                next("continuum", person, "handoff-secured"),
                new HearingContinuum.HandoffSecured("riverside", admissionId));
    }

    void task(String person, String reason, String handoffId) {
        continuum.taskRaised(
                next("continuum", person, "outreach-task-raised"),
                new HearingContinuum.TaskRaised("riverside", stay(person), reason, handoffId));
    }

    // what came of it ------------------------------------------------------------------------------------------------

    /** Types of everything told on the person's lane, in order. */
    public List<String> told(String person) {
        return space.told("participants", person).stream()
                .map(TestSpace.Event::type)
                .toList();
    }

    public JsonNode lastTold(String collection, String id, String type) {
        return space.told(collection, id).stream()
                .filter(event -> event.type().equals(type))
                .map(event -> JSON.readTree(event.data()))
                .reduce((a, b) -> b)
                .orElseThrow(() -> new AssertionError("Nothing was told of type " + type));
    }

    JsonNode last(String person, String type) {
        return lastTold("participants", person, type);
    }

    /** State and group of every seat that is not on its way out: {@code held morning}. */
    public List<String> seats(String person) {
        return ParticipantAnswer.of(participants.find(person).orElseThrow()).seats().stream()
                .map(seat -> seat.state() + " " + seat.groupId())
                .toList();
    }

    public String seatIn(String person, String groupId) {
        return participants.find(person).orElseThrow().state().seating().seats().values().stream()
                .filter(seat -> seat.active() && seat.groupId().equals(groupId))
                .map(Seat::seatId)
                .findFirst()
                .orElseThrow();
    }

    public void release(String person, String groupId) {
        seating.release(person, seatIn(person, groupId), LeavingReason.LEFT, command("release-" + person));
    }

    WhyAnswer why(String person) {
        return WhyAnswer.of(participants.find(person).orElseThrow());
    }

    public void change(String groupId, UnaryOperator<GroupPlan> change) {
        open(groupId, change.apply(group(groupId).plan()));
    }

    Cause.Command command(String key) {
        return new Cause.Command(key, key, null);
    }
}
