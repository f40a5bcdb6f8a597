package org.alongside.intake.visit;

import java.util.List;
import org.alongside.eventing.document.Cause;
import org.alongside.intake.patient.Patient;
import org.alongside.intake.patient.Patients;
import org.alongside.intake.patient.Person;
import org.alongside.intake.patient.Taken;
import org.springframework.stereotype.Component;

/**
 * Takes what is said of a visit into the person's document, in one write, and tells only what differs.
 * A message that was applied before gets its answer again and changes nothing.
 */
@Component
public final class ApplyingVisitMessages {

    private final Patients patients;
    private final PatientIds ids;

    public ApplyingVisitMessages(Patients patients, PatientIds ids) {
        this.patients = patients;
        this.ids = ids;
    }

    /**
     * Durable when it returns.
     *
     * @throws org.alongside.eventing.web.Refused when the message can never be applied (422), or not now because too much
     *     waits for the broker (503, {@code outbox-full})
     */
    public Applied apply(VisitMessage message) {
        VisitPolicy.check(message);
        var patientId = ids.of(message.identity());
        return patients.meet(
                patientId,
                Cause.OWN,
                Applied.class,
                (patient, now) -> Taken.of(take(patient, message)),
                patient -> applied(patientId, patient, message));
    }

    private static Patient take(Patient patient, VisitMessage message) {
        var stamp = new Person.Stamp(message.recordedAt(), message.sentAt(), message.messageKey());
        var known = patient.known(message.identity(), message.demographics(), stamp);
        if (message.visitNumber() == null) {
            return known;
        }
        var visit = known.visit(message.sender(), message.visitNumber());
        return visit.heard(message.messageKey()) ? known : known.hears(visit, Said.by(message));
    }

    private static Applied applied(String patientId, Patient patient, VisitMessage message) {
        if (message.visitNumber() == null) {
            return new Applied(patientId, null, false, List.of());
        }
        var visit = patient.visit(message.sender(), message.visitNumber());
        var folded = visit.fold();
        return new Applied(
                patientId,
                patient.admissions().ofVisit(visit.key()).map(a -> a.admissionId()).orElse(null),
                folded.state() == Folded.State.NEVER_ADMITTED,
                folded.notes());
    }
}
