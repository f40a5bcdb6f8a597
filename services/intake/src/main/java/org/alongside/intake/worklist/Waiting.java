package org.alongside.intake.worklist;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.alongside.intake.admission.Admission.InTreatment;
import org.alongside.intake.consent.ConsentKind;
import org.alongside.intake.patient.Patient;
import org.alongside.intake.visit.Visit;

/**
 * What an admission waits for. {@code consent}: disclosure to peers, without which only employed coaches are offered.
 * {@code contact-consent}: leave to contact after discharge. {@code profile}: the six questions. {@code release}: they have
 * not been answered for long, staff may release without. {@code group-agreement}: without it there is no seat. {@code age}:
 * under age or unknown, so nobody is matched or seated by the machine.
 */
public final class Waiting {

    static final String DEATH_WITHDRAWN = "death-withdrawn";

    private Waiting() {}

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

    static List<String> notes(Patient patient) {
        var visits = patient.visits().values().stream()
                .map(Visit::fold)
                .flatMap(f -> f.notes().stream())
                .distinct()
                .sorted();
        return Stream.concat(visits, patient.deceased() && !patient.died() ? Stream.of(DEATH_WITHDRAWN) : Stream.of())
                .toList();
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
