package org.alongside.intake.patient;

import java.time.Instant;
import java.util.UUID;
import org.alongside.eventing.document.Cause;
import org.alongside.eventing.web.Refused;
import org.alongside.intake.visit.Demographics;
import org.alongside.intake.visit.Identity;
import org.alongside.intake.visit.PatientIds;
import org.alongside.intake.visit.Plausible;
import org.springframework.stereotype.Component;

/** A person becomes known by a record number. Whoever is known by it already stays who they are. */
@Component
final class RegisteringPatients {

    private final Patients patients;
    private final PatientIds ids;

    RegisteringPatients(Patients patients, PatientIds ids) {
        this.patients = patients;
        this.ids = ids;
    }

    record Registered(String patientId) {}

    Registered register(Cause.Command cause, Identity identity, Demographics person) {
        var patientId = ids.of(identity);
        var key = cause.key() == null ? UUID.randomUUID().toString() : cause.key();
        return patients.meet(
                patientId,
                cause,
                Registered.class,
                (patient, now) -> {
                    plausible(person, now);
                    return Taken.of(patient.known(identity, person, new Person.Stamp(now, now, key)));
                },
                patient -> new Registered(patientId));
    }

    private static void plausible(Demographics person, Instant now) {
        var born = person.birthDate();
        if (born != null && !(Plausible.happened(born, now) && Plausible.withinLivingMemory(born, now))) {
            throw Refused.invalid("impossible-date", "birthDate", "Nobody who comes was born on this day.");
        }
    }
}
