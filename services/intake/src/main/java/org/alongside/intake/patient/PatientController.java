package org.alongside.intake.patient;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import org.alongside.eventing.document.Cause;
import org.alongside.intake.visit.Demographics;
import org.alongside.intake.visit.Identity;
import org.alongside.intake.visit.Typed;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** People, by the opaque id that the first record number leads to. */
@RestController
@RequestMapping("/patients")
class PatientController {

    private final RegisteringPatients registering;
    private final Patients patients;
    private final Clock clock;

    PatientController(RegisteringPatients registering, Patients patients, Clock clock) {
        this.registering = registering;
        this.patients = patients;
        this.clock = clock;
    }

    record Identifier(
            @NotBlank @Size(max = Typed.LONGEST) @Pattern(regexp = Typed.VISIBLE)
            String authority,

            @NotBlank @Size(max = Typed.LONGEST) @Pattern(regexp = Typed.VISIBLE)
            String number) {

        Identifier {
            authority = Typed.stripped(authority);
            number = Typed.stripped(number);
        }
    }

    record Name(
            @NotBlank @Size(max = 200) String family,
            @NotBlank @Size(max = 200) String given) {}

    record Registration(
            @NotNull @Valid Identifier identifier,
            @NotNull @Valid Name name,
            @Nullable LocalDate birthDate,
            @Nullable @Size(max = 20) String sex,
            @Nullable @Size(max = 50) String phone,
            @Nullable @Size(max = 254) String email) {

        Demographics person() {
            return new Demographics(name.family(), name.given(), birthDate, sex, phone, email);
        }

        @Override
        public String toString() {
            return "Registration[withheld]";
        }
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    RegisteringPatients.Registered register(@Valid @RequestBody Registration asked, Cause.Command cause) {
        var identity =
                new Identity(asked.identifier().authority(), asked.identifier().number());
        return registering.register(cause, identity, asked.person());
    }

    @GetMapping("/{patientId}")
    ResponseEntity<PatientView> patient(@PathVariable String patientId) {
        var kept = patients.get(patientId);
        return ResponseEntity.ok()
                .eTag("\"" + kept.version() + "\"")
                .body(PatientView.of(patientId, Patients.state(kept)));
    }

    @GetMapping("/{patientId}/card")
    Card card(@PathVariable String patientId) {
        return Card.of(patientId, Patients.state(patients.get(patientId)), clock.instant());
    }
}
