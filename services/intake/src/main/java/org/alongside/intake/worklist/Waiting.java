package org.alongside.intake.worklist;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.alongside.intake.admission.Admission.InTreatment;
import org.alongside.intake.consent.ConsentKind;
import org.alongside.intake.patient.Patient;
import org.alongside.intake.visit.Folded;

/**
 * What an admission waits for. {@code consent}: disclosure to peers, without which only employed coaches are offered.
 * {@code contact-consent}: leave to contact after discharge. {@code profile}: the six questions. {@code release}: they have
 * not been answered for long, staff may release without. {@code group-agreement}: without it there is no seat. {@code age}:
 * under age or unknown, so nobody is matched or seated by the machine.
 */
public final class Waiting {

    private static final Set<String> FOR_WHAT =
            Set.of("consent", "contact-consent", "profile", "release", "group-agreement", "age");

    private Waiting() {}

    /** All that an admission may wait for, and all that may be noted, by name. */
    static SortedSet<String> codes() {
        var codes = new TreeSet<>(FOR_WHAT);
        codes.addAll(Folded.NOTES);
        return codes;
    }

    /** Whether the person belongs on the worklist at all, whatever the hour. */
    public static boolean something(Patient patient) {
        return !notes(patient).isEmpty()
                || !patient.deceased()
                        && !patient.admissions().inTreatment().isEmpty()
                        && !forWhat(patient).isEmpty();
    }

    static List<String> of(Patient patient, InTreatment admission, Duration profileWait, Instant now) {
        if (patient.deceased()) {
            return List.of();
        }
        var waits = new ArrayList<>(forWhat(patient));
        var since = admission.enrolment().admittedAt();
        if (patient.profile() == null && !since.plus(profileWait).isAfter(now)) {
            waits.add("release");
        }
        return List.copyOf(waits);
    }

    /** What staff should look at and have not marked as seen. */
    static List<String> notes(Patient patient) {
        return noted(patient).entrySet().stream()
                .filter(note -> note.getValue().isAfter(patient.seen().getOrDefault(note.getKey(), Instant.MIN)))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** All there is to look at, seen or not, and when what it is about was last recorded. */
    static Map<String, Instant> noted(Patient patient) {
        var notes = new TreeMap<String, Instant>();
        each(patient).forEach(noted -> notes.merge(noted.code(), noted.since(), (a, b) -> a.isAfter(b) ? a : b));
        return notes;
    }

    /**
     * Codes of notes that have only come in now, though what they are about was recorded before something that staff have
     * seen: they cannot have seen them.
     */
    public static Set<String> overtaken(Patient before, Patient after) {
        if (after.seen().isEmpty()) {
            return Set.of();
        }
        var known = each(before).toList();
        return each(after)
                .filter(noted -> after.seen().containsKey(noted.code()) && !known.contains(noted))
                .filter(noted -> !noted.since().isAfter(after.seen().get(noted.code())))
                .map(Noted::code)
                .collect(Collectors.toSet());
    }

    /** By the visit's number, which stays when a feed goes on with what staff began. */
    private record Noted(String visit, String code, Instant since) {}

    private static Stream<Noted> each(Patient patient) {
        return patient.visits().values().stream()
                .flatMap(visit -> visit.fold().notes().stream()
                        .map(note -> new Noted(visit.number(), note.code(), note.since())));
    }

    private static List<String> forWhat(Patient patient) {
        var waits = new ArrayList<String>();
        if (patient.consents().inForce(ConsentKind.PEER_DISCLOSURE).isEmpty()) {
            waits.add("consent");
        }
        if (patient.consents().inForce(ConsentKind.CONTACT_AFTER_DISCHARGE).isEmpty()) {
            waits.add("contact-consent");
        }
        if (patient.profile() == null) {
            waits.add("profile");
        } else if (!patient.profile().groupAgreement()) {
            waits.add("group-agreement");
        }
        if (!patient.ageBand().adult()) {
            waits.add("age");
        }
        return waits;
    }
}
