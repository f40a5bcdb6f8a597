package org.alongside.intake.worklist;

import java.util.List;
import org.alongside.eventing.document.Cause;
import org.alongside.eventing.web.Refused;
import org.alongside.intake.patient.Patients;
import org.alongside.intake.patient.Taken;
import org.springframework.stereotype.Component;

/** Staff have looked at what a note says and done what there was to do. */
@Component
final class SeeingNotes {

    private final Patients patients;

    SeeingNotes(Patients patients) {
        this.patients = patients;
    }

    /** What is still to be looked at. */
    record Notes(List<String> notes) {}

    /** Seeing it twice is seeing it once. */
    Notes seen(String patientId, String code, Cause.Command cause) {
        return patients.change(
                patientId,
                cause,
                Notes.class,
                (patient, now) -> {
                    var since = Waiting.noted(patient).get(code);
                    if (since == null) {
                        throw Refused.unknown("unknown-note", "code", "There is no such note about the person.");
                    }
                    return Taken.of(patient.seeing(code, since));
                },
                patient -> new Notes(Waiting.notes(patient)));
    }
}
