package org.alongside.intake.patient;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.alongside.eventing.document.Told;
import org.alongside.intake.IntakeSettings;
import org.alongside.intake.admission.AdmissionEvent.PatientAdmitted;
import org.alongside.intake.admission.AdmissionEvent.PatientDeceased;
import org.alongside.intake.admission.AdmissionEvent.PatientDeceasedWithdrawn;
import org.alongside.intake.admission.AdmissionWire;
import org.alongside.intake.consent.ConsentWire;
import org.alongside.intake.profile.AgeBand;
import org.alongside.intake.profile.PeerProfileUpdated;
import org.alongside.intake.worklist.Waiting;

/**
 * After anything was taken in, or time has passed: what holds now, against what was told. The difference is told, in this
 * order: admissions, death, consents, profile.
 */
final class Settling {

    private final IntakeSettings settings;

    Settling(IntakeSettings settings) {
        this.settings = settings;
    }

    record Settled(Patient next, List<Told> told) {}

    /** @param before as it was before anything was taken in */
    Settled settle(String patientId, Patient before, Taken taken, Instant now) {
        var patient = taken.patient();
        var told = new ArrayList<Told>();
        var episodes = patient.episodes(settings.gap());
        var band = AgeBand.of(patient.person().birthDate(), now);

        var admissions = patient.admissions()
                .follow(
                        patientId,
                        episodes,
                        (enrolment, episode) -> new PatientAdmitted(
                                enrolment.admissionId(),
                                enrolment.admittedAt(),
                                enrolment.placement(),
                                band,
                                patient.profile(),
                                patient.consents().copies(now)));
        admissions.events().forEach(e -> told.add(AdmissionWire.tell(patientId, settings.centreId(), e)));

        boolean died = patient.died();
        if (died != patient.deceased()) {
            var news = died ? new PatientDeceased() : new PatientDeceasedWithdrawn();
            told.add(AdmissionWire.tell(patientId, settings.centreId(), news));
        }

        var consents = patient.consents().settle(admissions.next().treatmentIsOver(), now);
        taken.consents().forEach(e -> told.add(ConsentWire.tell(patientId, settings.centreId(), e)));
        consents.events().forEach(e -> told.add(ConsentWire.tell(patientId, settings.centreId(), e)));

        var next = patient;
        if (taken.profileChanged() || anotherBand(patient, band)) {
            next = taken.profileChanged() ? patient : patient.withProfileRenewed();
            told.add(new PeerProfileUpdated(next.profile(), band).tell(patientId, settings.centreId()));
        }
        var settled =
                next.settled(admissions.next(), consents.next(), band, died).unseeing(Waiting.overtaken(before, next));
        return new Settled(settled.waiting(Waiting.something(settled)), List.copyOf(told));
    }

    /** A birthday, or a birth date that became known or was corrected, after an admission was told. */
    private static boolean anotherBand(Patient patient, AgeBand band) {
        return band != patient.ageBand() && !patient.admissions().all().isEmpty();
    }
}
