package org.alongside.standalone;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One person's way through all four services by hand, in an order in which every command fits: at each of them somebody
 * else may first send what must not be taken.
 */
final class OneStay {

    static final String LONG_AGO = "2026-03-02T11:00:00Z";
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final List<String> WEEK = List.of("monday", "tuesday", "wednesday", "thursday", "friday");
    private static final String ZONE = "America/New_York";

    private final Running platform;
    private final Asking asking;
    private final Commanding commands;
    private final Map<String, String> ids = new HashMap<>();

    /** Carries out one command. */
    @FunctionalInterface
    interface Commanding {
        Asking.Answer command(String service, String method, String path, @Nullable JsonNode body);
    }

    OneStay(Running platform, Asking asking, Commanding commands) {
        this.platform = platform;
        this.asking = asking;
        this.commands = commands;
    }

    /** What stands for the variables of a path, as far as the way has come. */
    Map<String, String> ids() {
        return ids;
    }

    void openCentre() {
        for (var mentor : List.of("mentor-ash", "mentor-birch", "mentor-cedar")) {
            ids.put("mentorId", mentor);
            command("mentorship", "PUT", "/mentors/" + mentor, mentor());
        }
        command("mentorship", "POST", "/mentors/mentor-cedar/state", Map.of("state", "paused"));
        command("mentorship", "POST", "/mentors/mentor-cedar/state", Map.of("state", "active"));
        group("iop-bridge", "iop", "tuesday", "13:15", "14:15");
        group("iop-compass", "iop", "thursday", "13:15", "14:15");
        group("alumni-lantern", "alumni", "wednesday", "18:00", "19:00");
        group("alumni-harbour", "alumni", "friday", "18:00", "19:00");
    }

    private void group(String groupId, String phase, String day, String from, String to) {
        ids.put("groupId", groupId);
        command(
                "groups",
                "PUT",
                "/groups/" + groupId,
                Map.ofEntries(
                        Map.entry("centreId", "harbour"),
                        Map.entry("name", "Bridge"),
                        Map.entry("phase", phase),
                        Map.entry("days", List.of(day)),
                        Map.entry("from", from),
                        Map.entry("to", to),
                        Map.entry("zone", ZONE),
                        Map.entry("capacity", 8),
                        Map.entry("languages", List.of("en")),
                        Map.entry("modality", "in-person"),
                        Map.entry("facilitators", List.of("staff-lane")),
                        Map.entry("staffLed", true)));
    }

    private static Map<String, Object> mentor() {
        return Map.ofEntries(
                Map.entry("centreId", "harbour"),
                Map.entry("relation", "mentor"),
                Map.entry("employed", false),
                Map.entry("capacity", 6),
                Map.entry(
                        "clearances",
                        Map.of(
                                "background-check", "2028-01-01",
                                "training", "2028-01-01",
                                "boundary-agreement", "2028-01-01",
                                "supervision", "2028-01-01")),
                Map.entry("recoverySince", "2020-01-01"),
                Map.entry("gender", "female"),
                Map.entry("ageBand", "36-50"),
                Map.entry("languages", List.of("en")),
                Map.entry("pathways", List.of("twelve-step")),
                Map.entry("spirituality", "seeks"),
                Map.entry("affirming", List.of("medication", "lgbtq")),
                Map.entry("modality", "either"),
                Map.entry("availability", List.of(Map.of("days", WEEK, "from", "17:30", "to", "20:30", "zone", ZONE))),
                Map.entry("acceptsAlumni", true));
    }

    /** @param who is registered by hand */
    String register(Who who) {
        var answer = command(
                "intake",
                "POST",
                "/patients",
                Map.of(
                        "identifier", Map.of("authority", "HARBOUR", "number", who.number()),
                        "name", Map.of("family", who.family(), "given", who.given()),
                        "birthDate", who.birthDate(),
                        "sex", "F",
                        "phone", who.phone(),
                        "email", who.email()));
        var patientId = answer.json().path("patientId").asString();
        ids.put("patientId", patientId);
        return patientId;
    }

    String admit(String patientId, String visitNumber) {
        var answer = command(
                "intake",
                "POST",
                "/patients/" + patientId + "/admissions",
                Map.of(
                        "visitNumber",
                        visitNumber,
                        "programme",
                        "adult-iop",
                        "track",
                        "morning-three",
                        "levelOfCare",
                        Map.of("edition", "3", "code", "2.1"),
                        "admittedAt",
                        LONG_AGO));
        var admissionId = answer.json().path("admissionId").asString();
        ids.put("admissionId", admissionId);
        return admissionId;
    }

    /** The four consents and the short profile; the one for the court is taken back. */
    void papers(String patientId, Who who) {
        consent(patientId, who, "treatment-operations", List.of("treatment", "payment", "operations"), false);
        consent(patientId, who, "peer-disclosure", List.of("first-name", "programme", "attendance"), true);
        consent(patientId, who, "contact-after-discharge", List.of("phone", "sms"), true);
        var court = consent(patientId, who, "court-report", List.of("attendance"), true);
        ids.put("consentId", court);
        command("intake", "POST", "/patients/" + patientId + "/consents/" + court + "/revocation", null);
        command(
                "intake",
                "PUT",
                "/patients/" + patientId + "/profile",
                Map.of(
                        "pathways",
                        List.of("twelve-step"),
                        "spirituality",
                        "seeks",
                        "languages",
                        List.of("en"),
                        "mentorGender",
                        "female",
                        "modality",
                        "either",
                        "availability",
                        List.of(Map.of("days", WEEK, "from", "18:00", "to", "20:00", "zone", ZONE)),
                        "groupAgreement",
                        true));
        settle();
    }

    private String consent(String patientId, Who who, String kind, List<String> scopes, boolean ends) {
        var answer = command(
                "intake",
                "POST",
                "/patients/" + patientId + "/consents",
                Map.of(
                        "kind",
                        kind,
                        "scopes",
                        scopes,
                        "purpose",
                        who.purpose(),
                        "discloser",
                        who.discloser(),
                        "recipient",
                        who.recipient(),
                        ends ? "expires" : "expiresEvent",
                        ends ? "2028-01-01T00:00:00Z" : "none",
                        "signedOn",
                        "2026-03-01",
                        "signedBy",
                        "person",
                        "revocationExplained",
                        true,
                        "redisclosureExplained",
                        true));
        return answer.json().path("consentId").asString();
    }

    /** From the first offer to a mentor who is met, with everything that supervisors may do in between. */
    void findMentor(String patientId) {
        var mentee = "/mentees/" + patientId;
        var best = offered(patientId);
        var other = best.equals("mentor-ash") ? "mentor-birch" : "mentor-ash";
        command("mentorship", "POST", mentee + "/pin", Map.of("mentorId", other, "staff", "staff-novak"));
        offered(patientId);
        command("mentorship", "POST", mentee + "/alternative", Map.of("mentorId", best, "staff", "staff-novak"));
        offered(patientId);
        command("mentorship", "POST", mentee + "/offers/" + ids.get("offerId") + "/decline", Map.of("by", "patient"));
        offered(patientId);
        command("mentorship", "POST", mentee + "/veto", Map.of("mentorId", best, "staff", "staff-novak"));
        matched(patientId);
        command(
                "mentorship",
                "POST",
                mentee + "/contacts",
                Map.of("at", "2026-03-02T12:00:00Z", "channel", "phone", "minutes", 20));
        command("mentorship", "POST", mentee + "/match/end", Map.of("by", "patient", "reason", "moved-away"));
        settle();
    }

    /** Both sides say yes to whoever is offered now. */
    void matched(String patientId) {
        offered(patientId);
        var offer = "/mentees/" + patientId + "/offers/" + ids.get("offerId") + "/acceptance";
        command("mentorship", "POST", offer, Map.of("by", "patient"));
        command("mentorship", "POST", offer, Map.of("by", "mentor"));
        settle();
    }

    private String offered(String patientId) {
        settle();
        var offer = asking.get("mentorship", "/mentees/" + patientId).json().path("offer");
        ids.put("offerId", offer.path("offerId").asString("no-offer"));
        return offer.path("mentorId").asString("");
    }

    /** A seat by hand, a session with attendance, one that falls out, and the seat given back. */
    void sitInGroups(String patientId) {
        var given =
                command("groups", "POST", "/participants/" + patientId + "/seats", Map.of("groupId", "alumni-harbour"));
        settle();
        var seatId = given.json().path("seatId").asString("");
        ids.put("seatId", seatId);
        advance(Duration.ofDays(2));
        ids.put("groupId", "iop-bridge");
        ids.put("date", "2026-03-03");
        var seats = asking.get("groups", "/participants/" + patientId).json().path("seats");
        var group = seats.values().stream()
                .map(seat -> seat.path("groupId").asString(""))
                .filter(id -> id.startsWith("iop"))
                .findFirst()
                .orElse("iop-bridge");
        if (group.equals("iop-compass")) {
            advance(Duration.ofDays(2));
            ids.put("date", "2026-03-05");
        }
        command(
                "groups",
                "POST",
                "/groups/" + group + "/sessions/" + ids.get("date") + "/attendance",
                Map.of("present", List.of(patientId), "absent", List.of(), "excused", List.of()));
        command(
                "groups",
                "POST",
                "/groups/iop-compass/sessions/2026-03-12/cancellation",
                Map.of("reason", "facilitator-ill"));
        command(
                "groups",
                "POST",
                "/participants/" + patientId + "/seats/" + seatId + "/release",
                Map.of("reason", "left"));
        settle();
    }

    void leave(String patientId, String admissionId) {
        var admission = "/patients/" + patientId + "/admissions/" + admissionId;
        var plan = Map.of("plannedFor", now().plus(Duration.ofDays(9)).toString());
        command("intake", "PUT", admission + "/discharge-plan", plan);
        command("intake", "DELETE", admission + "/discharge-plan", null);
        command("intake", "PUT", admission + "/discharge-plan", plan);
        settle();
        var left = Map.of("dischargedAt", now().minus(Duration.ofHours(1)).toString(), "disposition", "completed");
        command("intake", "POST", admission + "/discharge", left);
        command("intake", "POST", admission + "/discharge-cancellation", null);
        command("intake", "POST", admission + "/discharge", left);
        settle();
    }

    /** The days after: a check-in is answered, and a task that follows from the answer is tried and closed. */
    void follow(String patientId) {
        ids.put("checkInId", checkInDue(patientId, 16));
        command(
                "continuum",
                "POST",
                "/journeys/" + patientId + "/check-ins/" + ids.get("checkInId") + "/answer",
                Map.of("doing", "struggling"));
        settle();
        tasks(patientId).forEach(task -> {
            var path =
                    "/journeys/" + patientId + "/tasks/" + task.path("taskId").asString();
            ids.put("taskId", task.path("taskId").asString());
            command("continuum", "POST", path + "/attempts", Map.of("outcome", "no-answer", "by", "staff-lane"));
            command("continuum", "POST", path + "/closure", Map.of("outcome", "resolved", "by", "staff-lane"));
        });
        settle();
    }

    /** Time passes in steps that meet the hours in which people are contacted. */
    private String checkInDue(String patientId, int withinSteps) {
        for (int step = 0; step < withinSteps; step++) {
            advance(Duration.ofHours(6));
            for (var checkIn : checkIns(patientId)) {
                if (checkIn.path("state").asString("").equals("due")) {
                    return checkIn.path("checkInId").asString();
                }
            }
        }
        throw new IllegalStateException("No check-in came due: "
                + asking.get("continuum", "/journeys/" + patientId).body());
    }

    private List<JsonNode> checkIns(String patientId) {
        return asking.get("continuum", "/journeys/" + patientId).json().path("episodes").values().stream()
                .flatMap(episode -> episode.path("checkIns").values().stream())
                .toList();
    }

    private List<JsonNode> tasks(String patientId) {
        return asking.get("continuum", "/journeys/" + patientId).json().path("tasks").values().stream()
                .filter(task -> !task.path("state").asString("").equals("closed"))
                .toList();
    }

    Asking.Answer command(String service, String method, String path, @Nullable Object body) {
        return commands.command(service, method, path, body == null ? null : JSON.valueToTree(body));
    }

    Instant now() {
        return Instant.parse(asking.get("control", "/clock").json().path("now").asString())
                .truncatedTo(java.time.temporal.ChronoUnit.SECONDS);
    }

    LocalDate today() {
        return LocalDate.ofInstant(now(), ZoneOffset.UTC);
    }

    void settle() {
        if (platform.standalone().quiet().await(Duration.ofSeconds(60)).isEmpty()) {
            throw new IllegalStateException("The platform did not come to rest: "
                    + platform.standalone().quiet().reading());
        }
    }

    void advance(Duration by) {
        settle();
        var answer = asking.json("control", "POST", "/clock/advance?by=" + by, null);
        if (!answer.taken()) {
            throw new IllegalStateException("The clock did not move: " + answer);
        }
    }
}
