package org.alongside.audit.rule;

import java.util.List;
import java.util.Set;

/**
 * Who applies what of whom to which documents, in the audit's own words.
 *
 * @param service who listens
 * @param collection its document of the person, whose id is the patientId
 * @param source who tells
 * @param types what is applied; the rest of the lane leaves no receipt
 */
record Listening(String service, String collection, String source, Set<String> types) {

    private static final Set<String> INTAKE = Set.of(
            "patient-admitted",
            "peer-profile-updated",
            "patient-discharged",
            "discharge-cancelled",
            "admission-cancelled",
            "admission-resumed",
            "patient-deceased",
            "consent-granted",
            "consent-revoked");

    static final List<Listening> ALL = List.of(
            new Listening("mentorship", "mentees", "intake", INTAKE),
            new Listening(
                    "mentorship",
                    "mentees",
                    "continuum",
                    Set.of("peer-continuity-requested", "peer-continuity-request-withdrawn")),
            new Listening("groups", "participants", "intake", INTAKE),
            new Listening(
                    "groups",
                    "participants",
                    "continuum",
                    Set.of("alumni-seat-requested", "alumni-seat-request-withdrawn", "handoff-secured", "outreach-task-raised")),
            new Listening("continuum", "journeys", "intake", INTAKE),
            new Listening(
                    "continuum",
                    "journeys",
                    "mentorship",
                    Set.of("mentor-assigned", "mentor-kept", "mentor-assignment-ended", "peer-contact-logged")),
            new Listening(
                    "continuum",
                    "journeys",
                    "groups",
                    Set.of("seat-reserved", "seat-promoted", "seat-released", "seat-waitlisted", "attendance-recorded")));
}
