package org.alongside.standalone;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.alongside.feeder.http.Doors;
import org.alongside.feeder.http.Patience;

/**
 * Six people of one small centre from before their admission until two of them have left, over HTTP. Whatever is not to be
 * had, because the platform is at fault, is left undone.
 */
final class SixPeople {

    private static final Duration QUIET_WITHIN = Duration.ofMinutes(2);
    private static final String LATER = "2027-12-31";

    private final Running platform;
    private final Doors doors;
    private int commands;

    SixPeople(Running platform) {
        this.platform = platform;
        this.doors = new Doors(service -> URI.create(platform.address(service)), Patience.USUAL);
    }

    /** After it not everything is at rest yet. */
    void live() throws Exception {
        open();
        var people = together(IntStream.rangeClosed(1, 6).mapToObj(n -> (Callable<String>) () -> known(n)));
        allAdmittedAtOnceForOnePlace(people);
        matched(2, 8);
        changesPeer(people.get(0));
        leavesAsPlanned(people.get(1));
        leavesSuddenlyWithoutLeaveToContact(people.get(2));
        staysAfterAll(people.get(3));
        aDayAndAHalfLater();
        talkWithTheirPeers(people);
    }

    private void open() {
        coach(1);
        group("evening-circle", "iop", "monday");
        group("alumni-circle", "alumni", "thursday");
    }

    private void coach(int number) {
        doors.put(
                "mentorship",
                "/mentors/coach-" + number,
                key(),
                Map.ofEntries(
                        Map.entry("centreId", "harbour"),
                        Map.entry("relation", "coach"),
                        Map.entry("employed", true),
                        Map.entry("capacity", 1),
                        Map.entry(
                                "clearances",
                                Map.of("background-check", LATER, "boundary-agreement", LATER, "supervision", LATER)),
                        Map.entry("certifiedUntil", LATER),
                        Map.entry("acceptsAlumni", true)));
    }

    private void group(String groupId, String phase, String day) {
        doors.put(
                "groups",
                "/groups/" + groupId,
                key(),
                Map.of(
                        "centreId", "harbour",
                        "name", groupId,
                        "phase", phase,
                        "days", List.of(day),
                        "from", "16:00",
                        "to", "17:00",
                        "zone", "America/New_York",
                        "capacity", 6,
                        "modality", "in-person"));
    }

    /** Registered, asked for the short profile and, but for one, for leave to be contacted. */
    private String known(int number) {
        var person = Map.of(
                "identifier", Map.of("authority", "HARBOUR", "number", "N" + number),
                "name", Map.of("family", "Example", "given", "Person" + number),
                "birthDate", "1985-05-05");
        var patient = doors.post("intake", "/patients", key(), person)
                .body()
                .path("patientId")
                .asString();
        doors.put("intake", "/patients/" + patient + "/profile", key(), Map.of("groupAgreement", true));
        if (number != 3) {
            doors.post("intake", "/patients/" + patient + "/consents", key(), leaveToContact());
        }
        return patient;
    }

    private static Map<String, Object> leaveToContact() {
        return Map.ofEntries(
                Map.entry("kind", "contact-after-discharge"),
                Map.entry("scopes", List.of("phone")),
                Map.entry("purpose", "Follow-up after treatment"),
                Map.entry("discloser", "The sample centre"),
                Map.entry("recipient", "Alumni coordinators and peers"),
                Map.entry("signedOn", "2026-03-02"),
                Map.entry("signedBy", "person"),
                Map.entry("revocationExplained", true),
                Map.entry("redisclosureExplained", true),
                Map.entry("expires", LATER + "T00:00:00Z"));
    }

    private void allAdmittedAtOnceForOnePlace(List<String> people) throws Exception {
        rest();
        var admission = Map.of(
                "visitNumber", "first",
                "programme", "adult-iop",
                "track", "morning-three",
                "levelOfCare", Map.of("edition", "3", "code", "2.1"),
                "admittedAt", now());
        together(people.stream()
                .map(patient -> () -> doors.post("intake", "/patients/" + patient + "/admissions", key(), admission)));
        rest();
    }

    /** Places for everybody, and everybody who is offered one takes it. */
    private void matched(int firstCoach, int lastCoach) {
        IntStream.rangeClosed(firstCoach, lastCoach).forEach(this::coach);
        rest();
        acceptOffers();
    }

    private void acceptOffers() {
        doors.all(
                        "mentorship",
                        "/mentees?state=offered",
                        mentee -> mentee.path("patientId").asString())
                .forEach(mentee -> doors.post(
                        "mentorship",
                        "/mentees/" + mentee.path("patientId").asString() + "/offers/"
                                + mentee.path("offer").path("offerId").asString() + "/acceptance",
                        key(),
                        Map.of("by", "patient")));
        rest();
    }

    private void changesPeer(String patient) {
        doors.post("mentorship", "/mentees/" + patient + "/match/end", key(), Map.of("by", "patient"));
        rest();
        acceptOffers();
    }

    private void leavesAsPlanned(String patient) {
        plans(patient);
        leaves(patient);
    }

    private void staysAfterAll(String patient) {
        plans(patient);
        platform.send("intake", "DELETE", ofAdmission(patient) + "/discharge-plan", "application/json", new byte[0]);
        rest();
    }

    private void plans(String patient) {
        doors.put("intake", ofAdmission(patient) + "/discharge-plan", key(), Map.of("plannedFor", now()));
        rest();
    }

    private void leavesSuddenlyWithoutLeaveToContact(String patient) {
        leaves(patient);
    }

    private void leaves(String patient) {
        doors.post(
                "intake",
                ofAdmission(patient) + "/discharge",
                key(),
                Map.of("dischargedAt", now(), "disposition", "completed"));
        rest();
    }

    private static String ofAdmission(String patient) {
        return "/patients/" + patient + "/admissions/" + patient + "-a1";
    }

    /** The lines of a hand-off are overdue after a day; what follows from that has had its time half a day later. */
    private void aDayAndAHalfLater() {
        doors.tryPost("control", "/clock/advance?by=PT24H");
        doors.tryPost("control", "/clock/advance?by=PT12H");
    }

    private void talkWithTheirPeers(List<String> people) {
        people.forEach(patient -> doors.post(
                "mentorship",
                "/mentees/" + patient + "/contacts",
                key(),
                Map.of("at", now(), "channel", "phone", "minutes", 20)));
    }

    private String now() {
        return doors.get("control", "/clock").body().path("now").asString();
    }

    void rest() {
        if (platform.standalone().quiet().await(QUIET_WITHIN).isEmpty()) {
            throw new IllegalStateException(
                    "No rest: " + platform.standalone().quiet().reading());
        }
    }

    private synchronized String key() {
        return "command-" + ++commands;
    }

    private static <T> List<T> together(Stream<? extends Callable<T>> work) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var results = new ArrayList<T>();
            for (var result : threads.invokeAll(work.toList())) {
                results.add(result.get());
            }
            return results;
        }
    }
}
