package org.alongside.intake.admission;

import java.time.Instant;
import java.util.List;
import org.alongside.eventing.document.Told;
import org.alongside.intake.admission.AdmissionEvent.AdmissionCancelled;
import org.alongside.intake.admission.AdmissionEvent.AdmissionResumed;
import org.alongside.intake.admission.AdmissionEvent.DischargeCancelled;
import org.alongside.intake.admission.AdmissionEvent.DischargePlanCancelled;
import org.alongside.intake.admission.AdmissionEvent.DischargePlanned;
import org.alongside.intake.admission.AdmissionEvent.LevelOfCareChanged;
import org.alongside.intake.admission.AdmissionEvent.PatientAdmitted;
import org.alongside.intake.admission.AdmissionEvent.PatientDeceased;
import org.alongside.intake.admission.AdmissionEvent.PatientDeceasedWithdrawn;
import org.alongside.intake.admission.AdmissionEvent.PatientDischarged;
import org.alongside.intake.consent.ConsentEvent;
import org.alongside.intake.profile.PeerProfile;
import org.alongside.intake.visit.LevelOfCare;
import org.jspecify.annotations.Nullable;

/** Admissions as the contract tells them. */
public final class AdmissionWire {

    /** A track that nobody has named. */
    static final String NO_TRACK = "unspecified";

    private final String patientId;
    private final String centreId;

    private AdmissionWire(String patientId, String centreId) {
        this.patientId = patientId;
        this.centreId = centreId;
    }

    public static Told tell(String patientId, String centreId, AdmissionEvent event) {
        return new AdmissionWire(patientId, centreId).tell(event);
    }

    record Admitted(
            String patientId,
            String centreId,
            String admissionId,
            Instant admittedAt,
            String programme,
            String track,
            LevelOfCare levelOfCare,
            String ageBand,
            @Nullable PeerProfile profile,
            List<ConsentEvent.Copy> consents) {}

    record LevelChanged(
            String patientId,
            String centreId,
            String admissionId,
            LevelOfCare from,
            LevelOfCare to,
            String track,
            Instant effectiveAt) {}

    record Planned(
            String patientId,
            String centreId,
            String admissionId,
            @Nullable Instant plannedFor) {}

    record Left(String patientId, String centreId, String admissionId, Instant dischargedAt, String disposition) {}

    record Resumed(
            String patientId,
            String centreId,
            String admissionId,
            Instant resumedAt,
            LevelOfCare levelOfCare,
            String track) {}

    record OfAdmission(String patientId, String centreId, String admissionId) {}

    record OfPatient(String patientId, String centreId) {}

    private Told tell(AdmissionEvent event) {
        return switch (event) {
            case PatientAdmitted e -> told("patient-admitted", admitted(e));
            case LevelOfCareChanged e ->
                told(
                        "level-of-care-changed",
                        new LevelChanged(
                                patientId,
                                centreId,
                                e.admissionId(),
                                e.from(),
                                e.to(),
                                track(e.track()),
                                e.effectiveAt()));
            case DischargePlanned e ->
                told("discharge-planned", new Planned(patientId, centreId, e.admissionId(), e.plannedFor()));
            case DischargePlanCancelled e -> told("discharge-plan-cancelled", of(e.admissionId()));
            case PatientDischarged e ->
                told(
                        "patient-discharged",
                        new Left(patientId, centreId, e.admissionId(), e.dischargedAt(), e.disposition()));
            case DischargeCancelled e ->
                told("discharge-cancelled", new Planned(patientId, centreId, e.admissionId(), e.plannedFor()));
            case AdmissionCancelled e -> told("admission-cancelled", of(e.admissionId()));
            case AdmissionResumed e ->
                told(
                        "admission-resumed",
                        new Resumed(
                                patientId,
                                centreId,
                                e.admissionId(),
                                e.resumedAt(),
                                e.levelOfCare(),
                                track(e.track())));
            case PatientDeceased e -> told("patient-deceased", new OfPatient(patientId, centreId));
            case PatientDeceasedWithdrawn e -> told("patient-deceased-withdrawn", new OfPatient(patientId, centreId));
        };
    }

    private Admitted admitted(PatientAdmitted e) {
        return new Admitted(
                patientId,
                centreId,
                e.admissionId(),
                e.admittedAt(),
                e.placement().programme(),
                track(e.placement().track()),
                e.placement().levelOfCare(),
                e.ageBand().code(),
                e.profile(),
                e.consents());
    }

    private OfAdmission of(String admissionId) {
        return new OfAdmission(patientId, centreId, admissionId);
    }

    private static String track(@Nullable String track) {
        return track == null ? NO_TRACK : track;
    }

    private static Told told(String type, Object payload) {
        return new Told(type, "1.0.0", payload);
    }
}
