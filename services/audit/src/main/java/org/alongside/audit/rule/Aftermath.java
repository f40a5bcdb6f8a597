package org.alongside.audit.rule;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.alongside.audit.rule.Admissions.Admission;
import org.alongside.audit.rule.Visit.Standing;
import org.alongside.audit.world.Fact;

/**
 * What all four services tell of one person after a discharge.
 *
 * @param lanes all lanes; only those of this person are looked at
 */
record Aftermath(String patient, Map<Fact.LaneKey, List<Fact>> lanes) {

    private static final String DECLINED = "declined";
    private static final String LEAVE = "contact-after-discharge";

    private List<Fact> lane(String service) {
        return lanes.getOrDefault(new Fact.LaneKey(service, patient), List.of());
    }

    /**
     * Of stays that overlapped, the discharge that ended the last one, whichever was told last: that one is handed off. None
     * while the person is in treatment, or has died.
     */
    Optional<Admission> discharge() {
        var told = lane("intake");
        var admissions = List.copyOf(Admissions.of(told).values());
        boolean here = admissions.stream().anyMatch(admission -> admission.standing() == Standing.IN_TREATMENT);
        return here || Admissions.died(told)
                ? Optional.empty()
                : admissions.stream()
                        .filter(admission -> admission.standing() == Standing.DISCHARGED)
                        .max(Comparator.comparing(Admission::leftAt));
    }

    /** Told as secured, and seat, peer and leave are still there. */
    boolean secured(Admission discharge) {
        var told = handOff(discharge);
        return !told.isEmpty()
                && told.getLast().is("handoff-secured", "handoff-completed")
                && Hold.Of.SEAT.in(lane("groups")).stream()
                        .anyMatch(seat -> seat.until() == null && seat.phase().equals("alumni"))
                && Hold.Of.MATCH.in(lane("mentorship")).stream().anyMatch(match -> match.until() == null)
                && leave();
    }

    private List<Fact> handOff(Admission discharge) {
        return lane("continuum").stream()
                .filter(fact -> fact.type().startsWith("handoff-") && of(discharge, fact))
                .toList();
    }

    private boolean leave() {
        boolean given = false;
        for (var fact : lane("intake")) {
            if (fact.is("patient-admitted")) {
                given |= fact.data().path("consents").values().stream()
                        .anyMatch(consent -> consent.path("kind").asString("").equals(LEAVE));
            } else if (fact.text("consent.kind").equals(LEAVE)) {
                given = fact.is("consent-granted");
            }
        }
        return given;
    }

    boolean declined(Admission discharge) {
        return tasks(discharge).anyMatch(task -> DECLINED.equals(task.outcome()) && task.forTheTimeAfter());
    }

    boolean owned(Admission discharge) {
        return tasks(discharge).anyMatch(task -> task.owned() && task.forTheTimeAfter());
    }

    /** When something was last told that may have left the discharge uncovered. */
    Instant lastTold(Admission discharge) {
        var ended = Stream.of("groups", "mentorship", "intake")
                .flatMap(service -> lane(service).stream())
                .filter(fact -> fact.is("seat-released", "mentor-assignment-ended", "consent-revoked"))
                .map(Fact::time);
        var handOff = handOff(discharge).stream().map(Fact::time);
        var tasks = tasks(discharge).map(Tasks.Task::since);
        return Stream.of(ended, handOff, tasks, Stream.of(discharge.since()))
                .flatMap(times -> times)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private Stream<Tasks.Task> tasks(Admission discharge) {
        return Tasks.of(lane("continuum")).stream()
                .filter(task -> task.admission().equals(discharge.admissionId()));
    }

    private static boolean of(Admission admission, Fact fact) {
        return fact.text("admissionId").equals(admission.admissionId());
    }
}
