package org.alongside.audit.rule;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who applies what of whom to which documents, in the audit's own words; a test holds them equal to what the services say.
 *
 * @param service who listens
 * @param collection its document of the lane, whose id is the lane's, such as the patientId
 * @param source who tells
 * @param types what is applied; the rest of the lane leaves no receipt
 */
record Listening(String service, String collection, String source, Set<String> types) {

    private static final List<String> OF_THE_STAY = List.of(
            "patient-admitted",
            "level-of-care-changed",
            "patient-discharged",
            "discharge-cancelled",
            "admission-cancelled",
            "admission-resumed",
            "patient-deceased",
            "patient-deceased-withdrawn",
            "consent-granted",
            "consent-revoked");

    private static final Set<String> OF_PARKED_LANES = Set.of("lane-parked", "lane-unparked");

    static final List<Listening> ALL = List.of(
            new Listening("mentorship", "mentees", "intake", stayAnd("peer-profile-updated")),
            new Listening(
                    "mentorship",
                    "mentees",
                    "continuum",
                    Set.of("peer-continuity-requested", "peer-continuity-request-withdrawn")),
            new Listening(
                    "groups", "participants", "intake", stayAnd("peer-profile-updated", "discharge-plan-cancelled")),
            new Listening(
                    "groups",
                    "participants",
                    "continuum",
                    Set.of(
                            "alumni-seat-requested",
                            "alumni-seat-request-withdrawn",
                            "handoff-secured",
                            "outreach-task-raised")),
            new Listening("continuum", "journeys", "intake", stayAnd("discharge-planned", "discharge-plan-cancelled")),
            new Listening(
                    "continuum",
                    "journeys",
                    "mentorship",
                    Set.of(
                            "mentor-proposed",
                            "mentor-assigned",
                            "mentor-kept",
                            "mentor-search-waitlisted",
                            "mentor-assignment-ended",
                            "peer-contact-logged",
                            "peer-contact-overdue")),
            new Listening(
                    "continuum",
                    "journeys",
                    "groups",
                    Set.of(
                            "seat-reserved",
                            "seat-promoted",
                            "seat-waitlisted",
                            "seat-released",
                            "attendance-recorded",
                            "session-missed-by-group")),
            new Listening("continuum", "lane-tasks", "mentorship", OF_PARKED_LANES),
            new Listening("continuum", "lane-tasks", "groups", OF_PARKED_LANES));

    private static Set<String> stayAnd(String... more) {
        return Stream.concat(OF_THE_STAY.stream(), Stream.of(more)).collect(Collectors.toUnmodifiableSet());
    }
}
