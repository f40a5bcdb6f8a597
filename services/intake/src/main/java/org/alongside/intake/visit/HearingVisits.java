package org.alongside.intake.visit;

import java.util.List;
import org.alongside.eventing.document.Cause;
import org.alongside.intake.patient.Patient;
import org.alongside.intake.patient.Patients;
import org.alongside.intake.patient.Person;
import org.alongside.intake.patient.Taken;
import org.springframework.stereotype.Component;

/** {@link ApplyingVisitMessages} on the documents of people. */
@Component
public final class HearingVisits implements ApplyingVisitMessages {

    private final Patients patients;
    private final PatientIds ids;

    public HearingVisits(Patients patients, PatientIds ids) {
        this.patients = patients;
        this.ids = ids;
    }

    @Override
    public Applied apply(VisitMessage message) {
        var patientId = ids.of(message.identity());
        return patients.meet(
                patientId,
                Cause.OWN,
                Applied.class,
                (patient, now) -> {
                    VisitPolicy.check(message, now);
                    return Taken.of(take(patient, message));
                },
                patient -> applied(patientId, patient, message));
    }

    /** Files what is said in the person's document; what was heard before changes nothing. */
    public static Patient take(Patient patient, VisitMessage message) {
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
                patient.admissions()
                        .ofVisit(visit.key())
                        .map(a -> a.admissionId())
                        .orElse(null),
                folded.state() == Folded.State.NEVER_ADMITTED,
                folded.noteCodes());
    }
}
