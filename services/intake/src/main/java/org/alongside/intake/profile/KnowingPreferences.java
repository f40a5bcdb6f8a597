package org.alongside.intake.profile;

import java.util.Objects;
import java.util.function.Function;
import org.alongside.eventing.document.Cause;
import org.alongside.eventing.web.Refused;
import org.alongside.intake.patient.Patient;
import org.alongside.intake.patient.Patients;
import org.alongside.intake.patient.Taken;
import org.springframework.stereotype.Component;

/** The interview's answers come in, or staff release without them. */
@Component
final class KnowingPreferences {

    private final Patients patients;
    private final ProfilePolicy policy;

    KnowingPreferences(Patients patients, ProfileCodes codes) {
        this.patients = patients;
        this.policy = new ProfilePolicy(codes);
    }

    /** The same answers again change nothing and keep the version. */
    PeerProfile answer(String patientId, Cause.Command cause, Interview interview) {
        policy.check(interview);
        return take(patientId, cause, patient -> interview.profile(patient.nextProfileVersion()));
    }

    /** Only where there are no answers: those would be lost. */
    PeerProfile release(String patientId, Cause.Command cause, boolean groupAgreement) {
        return take(patientId, cause, patient -> {
            if (patient.profile() != null && !patient.profile().released()) {
                throw Refused.conflict("profile-known", "The person has answered; nothing needs to be released.");
            }
            return PeerProfile.released(patient.nextProfileVersion(), groupAgreement);
        });
    }

    private PeerProfile take(String patientId, Cause.Command cause, Function<Patient, PeerProfile> answers) {
        return patients.change(
                patientId,
                cause,
                PeerProfile.class,
                (patient, now) -> {
                    var known = patient.profile();
                    var next = answers.apply(patient);
                    return known != null && next.asVersion(known.version()).equals(known)
                            ? Taken.of(patient)
                            : Taken.of(patient, next);
                },
                patient -> Objects.requireNonNull(patient.profile()));
    }
}
