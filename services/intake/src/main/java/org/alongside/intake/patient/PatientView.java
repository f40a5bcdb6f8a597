package org.alongside.intake.patient;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.alongside.intake.admission.Admission;
import org.alongside.intake.consent.Consent;
import org.alongside.intake.profile.PeerProfile;
import org.alongside.intake.visit.LevelOfCare;
import org.jspecify.annotations.Nullable;

/** A person as intake staff see them; within the programme that needs no consent (42 CFR 2.12(c)(3)). */
record PatientView(
        String patientId,
        Name name,
        @Nullable LocalDate birthDate,
        @Nullable String sex,
        @Nullable String phone,
        @Nullable String email,
        String ageBand,
        boolean deceased,
        List<AdmissionView> admissions,
        List<ConsentView> consents,
        @Nullable PeerProfile profile) {

    record Name(@Nullable String family, @Nullable String given) {}

    record AdmissionView(
            String admissionId,
            String state,
            Instant admittedAt,
            String programme,
            @Nullable String track,
            LevelOfCare levelOfCare,
            @Nullable Instant plannedFor,
            @Nullable Instant dischargedAt,
            @Nullable String disposition) {

        static AdmissionView of(Admission admission) {
            var enrolled = admission.enrolment();
            var place = enrolled.placement();
            return new AdmissionView(
                    admission.admissionId(),
                    admission.code(),
                    enrolled.admittedAt(),
                    place.programme(),
                    place.track(),
                    place.levelOfCare(),
                    admission instanceof Admission.Leaving l ? l.plan().plannedFor() : null,
                    admission instanceof Admission.Discharged d ? d.dischargedAt() : null,
                    admission instanceof Admission.Discharged d ? d.disposition() : null);
        }
    }

    record ConsentView(
            String consentId,
            String kind,
            int version,
            String state,
            List<String> scopes,
            @Nullable Instant expires,
            @Nullable String expiresEvent) {

        static ConsentView of(Consent consent) {
            return switch (consent) {
                case Consent.Granted g -> of(g, g.version(), "in-force");
                case Consent.Ended e -> of(e.was(), e.version(), e.why().name().toLowerCase(Locale.ROOT));
            };
        }

        private static ConsentView of(Consent.Granted g, int version, String state) {
            return new ConsentView(
                    g.consentId(),
                    g.kind().code(),
                    version,
                    state,
                    g.scopes(),
                    g.expires(),
                    g.signed().expiresEvent());
        }
    }

    static PatientView of(String patientId, Patient patient) {
        var known = patient.person().known();
        return new PatientView(
                patientId,
                new Name(known.family(), known.given()),
                known.birthDate(),
                known.sex(),
                known.phone(),
                known.email(),
                patient.ageBand().code(),
                patient.deceased(),
                patient.admissions().all().stream().map(AdmissionView::of).toList(),
                patient.consents().all().stream().map(ConsentView::of).toList(),
                patient.profile());
    }

    @Override
    public String toString() {
        return "PatientView[" + patientId + "]";
    }
}
