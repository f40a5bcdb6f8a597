package org.alongside.intake.admission;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.alongside.eventing.document.Cause;
import org.alongside.intake.admission.AdmittingPatients.Admit;
import org.alongside.intake.admission.AdmittingPatients.Standing;
import org.alongside.intake.visit.LevelOfCare;
import org.alongside.intake.visit.Placement;
import org.alongside.intake.visit.Typed;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Admissions by hand, for centres or days without a feed. */
@RestController
@RequestMapping("/patients/{patientId}/admissions")
class AdmissionController {

    private final AdmittingPatients admitting;

    AdmissionController(AdmittingPatients admitting) {
        this.admitting = admitting;
    }

    record Level(@NotBlank String edition, @NotBlank String code) {}

    record AdmissionForm(
            @NotBlank @Size(max = Typed.LONGEST) @Pattern(regexp = Typed.VISIBLE)
            String visitNumber,

            @NotNull @Pattern(regexp = Placement.CODE_FORM) @Size(max = 64)
            String programme,

            @NotNull @Pattern(regexp = Placement.CODE_FORM) @Size(max = 64)
            String track,

            @NotNull @Valid Level levelOfCare,
            @NotNull Instant admittedAt) {

        AdmissionForm {
            visitNumber = Typed.stripped(visitNumber);
        }

        Admit command() {
            return new Admit(
                    visitNumber,
                    new Placement(programme, track, new LevelOfCare(levelOfCare.edition(), levelOfCare.code())),
                    admittedAt);
        }
    }

    record PlanForm(@Nullable Instant plannedFor) {}

    record DischargeForm(
            @NotNull Instant dischargedAt, @NotBlank String disposition) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Standing admit(@PathVariable String patientId, @Valid @RequestBody AdmissionForm form, Cause.Command cause) {
        return admitting.admit(patientId, cause, form.command());
    }

    @PutMapping("/{admissionId}/discharge-plan")
    Standing plan(
            @PathVariable String patientId,
            @PathVariable String admissionId,
            @Valid @RequestBody PlanForm form,
            Cause.Command cause) {
        return admitting.plan(patientId, admissionId, cause, form.plannedFor());
    }

    @DeleteMapping("/{admissionId}/discharge-plan")
    Standing unplan(@PathVariable String patientId, @PathVariable String admissionId, Cause.Command cause) {
        return admitting.unplan(patientId, admissionId, cause);
    }

    @PostMapping("/{admissionId}/discharge")
    Standing discharge(
            @PathVariable String patientId,
            @PathVariable String admissionId,
            @Valid @RequestBody DischargeForm form,
            Cause.Command cause) {
        return admitting.discharge(patientId, admissionId, cause, form.dischargedAt(), form.disposition());
    }

    @PostMapping("/{admissionId}/discharge-cancellation")
    Standing cancelDischarge(@PathVariable String patientId, @PathVariable String admissionId, Cause.Command cause) {
        return admitting.cancelDischarge(patientId, admissionId, cause);
    }

    @PostMapping("/{admissionId}/cancellation")
    Standing cancel(@PathVariable String patientId, @PathVariable String admissionId, Cause.Command cause) {
        return admitting.cancel(patientId, admissionId, cause);
    }
}
