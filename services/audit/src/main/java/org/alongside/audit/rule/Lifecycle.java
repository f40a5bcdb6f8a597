package org.alongside.audit.rule;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * In which order a lane may tell of one thing.
 *
 * @param service whose lanes
 * @param id the part of the payload that names the thing
 * @param after for each type that moves it, what the last moving one may have been; an empty text is "nothing yet"
 * @param needs for each type that only mentions it, what must have been told of it at any time before
 */
record Lifecycle(String service, String id, Map<String, Set<String>> after, Map<String, Set<String>> needs) {

    private static final String NOTHING = "";

    static final List<Lifecycle> ALL = List.of(
            of("intake", "admissionId")
                    .moves("patient-admitted", NOTHING, "admission-cancelled", "patient-discharged")
                    .moves(
                            "patient-discharged",
                            "patient-admitted",
                            "admission-resumed",
                            "discharge-cancelled",
                            "patient-discharged")
                    .moves("discharge-cancelled", "patient-discharged")
                    .moves("admission-resumed", "patient-discharged", "admission-cancelled")
                    .moves(
                            "admission-cancelled",
                            "patient-admitted",
                            "admission-resumed",
                            "discharge-cancelled",
                            "patient-discharged")
                    .mentions("level-of-care-changed", "patient-admitted")
                    .mentions("discharge-planned", "patient-admitted")
                    .mentions("discharge-plan-cancelled", "discharge-planned", "discharge-cancelled"),
            of("mentorship", "matchId")
                    // a mentor who became another kind of peer is proposed anew, on the place that is held
                    .moves("mentor-proposed", NOTHING, "mentor-declined")
                    .moves("mentor-assigned", "mentor-proposed", "mentor-assigned")
                    .moves("mentor-declined", "mentor-proposed")
                    .moves("mentor-offer-expired", "mentor-proposed")
                    .moves("mentor-assignment-ended", "mentor-assigned", "mentor-proposed")
                    .mentions("mentor-kept", "mentor-assigned")
                    .mentions("peer-contact-logged", "mentor-assigned")
                    .mentions("peer-contact-overdue", "mentor-assigned"),
            // a seat asked for by hand may be refused, which is told as its release; after that it cannot begin
            of("groups", "seatId")
                    .moves("seat-reserved", NOTHING, "seat-reserved", "seat-promoted", "seat-waitlisted")
                    .moves("seat-promoted", NOTHING, "seat-waitlisted", "seat-reserved", "seat-promoted")
                    .moves("seat-waitlisted", NOTHING, "seat-waitlisted", "seat-reserved", "seat-promoted")
                    .moves("seat-released", NOTHING, "seat-reserved", "seat-promoted", "seat-waitlisted")
                    .mentions("attendance-recorded", "seat-reserved", "seat-promoted")
                    .mentions("session-missed-by-group", "seat-reserved", "seat-promoted"),
            of("continuum", "handoffId")
                    .moves("handoff-started", NOTHING)
                    .moves(
                            "handoff-at-risk",
                            "handoff-started",
                            "handoff-at-risk",
                            "handoff-secured",
                            "handoff-completed")
                    .moves(
                            "handoff-secured",
                            "handoff-started",
                            "handoff-at-risk",
                            "handoff-secured",
                            "handoff-completed")
                    .moves("handoff-completed", "handoff-secured"),
            of("continuum", "requestId")
                    .moves("alumni-seat-requested", NOTHING)
                    .moves("alumni-seat-request-withdrawn", "alumni-seat-requested")
                    .moves("peer-continuity-requested", NOTHING)
                    .moves("peer-continuity-request-withdrawn", "peer-continuity-requested"),
            of("continuum", "checkInId")
                    .moves("check-in-due", NOTHING)
                    .moves("check-in-answered", "check-in-due", "check-in-missed")
                    .moves("check-in-missed", "check-in-due"),
            of("continuum", "taskId")
                    .moves("outreach-task-raised", NOTHING)
                    .moves("outreach-task-escalated", "outreach-task-raised", "outreach-task-escalated")
                    .moves("outreach-task-closed", "outreach-task-raised", "outreach-task-escalated"));

    private static Lifecycle of(String service, String id) {
        return new Lifecycle(service, id, new LinkedHashMap<>(), new LinkedHashMap<>());
    }

    private Lifecycle moves(String type, String... before) {
        after.put(type, Set.of(before));
        return this;
    }

    private Lifecycle mentions(String type, String... before) {
        needs.put(type, Set.of(before));
        return this;
    }
}
