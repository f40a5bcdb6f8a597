package org.alongside.mentorship.matching;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.alongside.eventing.document.Cause;
import org.alongside.eventing.document.DocumentStore;
import org.alongside.eventing.document.Documents;
import org.alongside.eventing.document.OwedWork;
import org.alongside.eventing.lane.Incoming;
import org.alongside.eventing.testing.FakeDocumentStore;
import org.alongside.eventing.testing.MovableClock;
import org.alongside.eventing.testing.TestSpace;
import org.alongside.mentorship.MentorshipSettings;
import org.alongside.mentorship.Sample;
import org.alongside.mentorship.mentor.KeepingMentors;
import org.alongside.mentorship.mentor.Mentor;
import org.alongside.mentorship.mentor.MentorProfile;
import org.alongside.mentorship.mentor.MentorState;
import org.alongside.mentorship.person.Consent;
import org.alongside.mentorship.person.Episode;
import org.alongside.mentorship.person.LevelOfCare;
import org.alongside.mentorship.person.Profile;
import org.alongside.mentorship.ranking.MentorRules;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole service in memory, without broker and HTTP: facts come in, owed work is carried out when the test says so. */
final class Scene {

    static final Instant START = Instant.parse("2026-03-01T10:00:00Z");
    static final LevelOfCare IOP = new LevelOfCare("3", "2.1");
    static final String P = "4f1c2a9be07d4c55a3d8e6b1907f2c34";

    final MovableClock clock = new MovableClock(START);
    final TestSpace space;
    final Documents<Mentee> mentees;
    final Documents<Mentor> mentors;
    final FindingMentors finding;
    final AnsweringOffers answering;
    final SupervisingMatches supervising;
    final WalkingTogether walking;
    final KeepingMentors keeping;
    final ComparingClaims comparing;
    final List<OwedWork<?>> works;
    private final Map<String, AtomicInteger> lanes = new HashMap<>();

    Scene(String... settings) {
        this(new FakeDocumentStore(), Sample.settings(settings));
    }

    Scene(DocumentStore store, MentorshipSettings settings) {
        space = new TestSpace(store, clock);
        mentees = space.documents(MatchingConfiguration.mentees(settings));
        mentors = space.documents(MatchingConfiguration.mentors());
        var rules = new MentorRules(settings);
        var matching = new Matching(rules, settings);
        var changes = new Mentees(mentees, mentors, matching);
        finding = new FindingMentors(changes);
        answering = new AnsweringOffers(changes, matching);
        supervising = new SupervisingMatches(changes, matching, rules, settings);
        walking = new WalkingTogether(changes);
        keeping = new KeepingMentors(mentors, settings, clock);
        comparing = new ComparingClaims(mentees, mentors, settings);
        works = List.of(
                new ClaimingPlaces(mentees, mentors, matching),
                new ReleasingPlaces(mentees, mentors),
                new LookingOnceMore(changes, mentees, mentors),
                new SearchingForThoseWaiting(changes, mentees, mentors),
                new LookingAgain(changes, mentors));
    }

    Incoming next(String source, String patientId) {
        int sequence = lanes.computeIfAbsent(source + patientId, key -> new AtomicInteger())
                .incrementAndGet();
        return new Incoming(source, patientId, "", sequence, clock.instant(), "e" + sequence);
    }

    Scene mentor(String mentorId, MentorProfile profile) {
        keeping.keep(mentorId, profile, Cause.OWN);
        return settle();
    }

    Scene state(String mentorId, MentorState state) {
        keeping.to(mentorId, state, Cause.OWN);
        return settle();
    }

    static Consent consent(int version) {
        return new Consent(Consent.PEER_DISCLOSURE, version, null, null);
    }

    Scene admit(String patientId, String ageBand, @Nullable Profile profile, Consent... consents) {
        return admit(patientId, IOP, ageBand, profile, consents);
    }

    Scene admit(String patientId, LevelOfCare level, String ageBand, @Nullable Profile profile, Consent... consents) {
        var episode = new Episode(patientId + "-a1", "north", clock.instant(), level, null, false);
        finding.on(next("intake", patientId), p -> p.admitted(episode, ageBand, profile, List.of(consents)));
        return settle();
    }

    /** Profile and consent are there from the start. */
    Scene admit(String patientId) {
        return admit(patientId, "26-35", Sample.wishes(1), consent(1));
    }

    Scene fact(java.util.function.UnaryOperator<org.alongside.mentorship.person.Person> fact) {
        finding.on(next("intake", P), fact);
        return settle();
    }

    /** As known already, in another stay. */
    Scene admitAgain(String patientId) {
        var episode = new Episode(patientId + "-a2", "north", clock.instant(), IOP, null, false);
        finding.on(next("intake", patientId), p -> p.admitted(episode, null, null, null));
        return settle();
    }

    Scene frozen(String patientId, boolean frozen) {
        var flag = new Document("frozen.intake", true);
        var change = new Document(frozen ? "$set" : "$unset", flag).append("$inc", new Document("version", 1L));
        space.store().update("mentees", new Document("_id", patientId), change);
        return this;
    }

    Scene asked(String requestId) {
        return asked(P, requestId);
    }

    Scene asked(String patientId, String requestId) {
        finding.asked(next("continuum", patientId), Continuity.asked(requestId, patientId + "-a1"));
        return settle();
    }

    Scene withdrawn(String requestId) {
        finding.withdrawn(next("continuum", P), requestId);
        return settle();
    }

    Scene settle() {
        space.settleAll(works);
        return this;
    }

    /** Lets time pass and does what is due then, as often as it takes. */
    Scene later(Duration by) {
        clock.move(by);
        for (int round = 0; ; round++) {
            var people = mentees.due(clock.instant(), 1000);
            var due = mentors.due(clock.instant(), 1000);
            if (people.isEmpty() && due.isEmpty()) {
                return this;
            }
            if (round > 20) {
                throw new AssertionError("Due work does not move on: " + people + due);
            }
            people.forEach(finding::due);
            due.forEach(keeping::due);
            settle();
        }
    }

    Mentee mentee(String patientId) {
        return mentees.find(patientId).orElseThrow().orElse(Mentee.SHELL);
    }

    Search.Offered offer(String patientId) {
        return (Search.Offered) mentee(patientId).search();
    }

    Scene accept(String patientId) {
        var offerId = offer(patientId).offerId();
        answering.accept(patientId, offerId, Side.PATIENT, Cause.OWN);
        if (mentee(patientId).match() == null
                || mentee(patientId).search() instanceof Search.Offered o
                        && o.offerId().equals(offerId)) {
            answering.accept(patientId, offerId, Side.MENTOR, Cause.OWN);
        }
        return settle();
    }

    List<String> told(String patientId) {
        return space.told("mentees", patientId).stream()
                .map(TestSpace.Event::type)
                .toList();
    }

    /** The latest event of a type. */
    JsonNode latest(String patientId, String type) {
        return JsonMapper.builder()
                .build()
                .readTree(space.told("mentees", patientId).stream()
                        .filter(event -> event.type().equals(type))
                        .toList()
                        .getLast()
                        .data());
    }

    Map<String, Integer> held() {
        var held = new HashMap<String, Integer>();
        mentors.all(new Document()).forEach(kept -> held.put(kept.id(), places(kept.state())));
        return held;
    }

    private static int places(@Nullable Mentor mentor) {
        return mentor == null ? 0 : mentor.places().size();
    }
}
