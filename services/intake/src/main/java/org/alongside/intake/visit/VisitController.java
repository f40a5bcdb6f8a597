package org.alongside.intake.visit;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.alongside.eventing.document.Kept;
import org.alongside.eventing.web.Refused;
import org.alongside.intake.patient.Patient;
import org.alongside.intake.patient.Patients;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What is known of a visit, by the number the sender gave it. Asked by POST, because a number may not be in a URL. */
@RestController
class VisitController {

    private final Patients patients;

    VisitController(Patients patients) {
        this.patients = patients;
    }

    /**
     * @param application MSH-3, or {@value Visit#STAFF} for a number that was entered by hand
     * @param facility MSH-4; left out where the sender leaves it out
     */
    record Lookup(
            @NotBlank @Size(max = Typed.LONGEST) @Pattern(regexp = Typed.VISIBLE)
            String application,

            @Nullable @Size(max = Typed.LONGEST) @Pattern(regexp = Typed.VISIBLE)
            String facility,

            @NotBlank @Size(max = Typed.LONGEST) @Pattern(regexp = Typed.VISIBLE)
            String visitNumber) {

        Lookup {
            application = Typed.stripped(application);
            facility = Typed.stripped(facility);
            visitNumber = Typed.stripped(visitNumber);
        }

        String sender() {
            boolean byStaff = application.equals(Visit.STAFF) && "".equals(facility);
            return byStaff ? Visit.STAFF : Visit.sender(application, facility);
        }

        Visit of(Patient patient) {
            return patient.visit(sender(), visitNumber);
        }

        @Override
        public String toString() {
            return "Lookup[withheld]";
        }
    }

    record Answer(
            String patientId,
            @Nullable String admissionId,
            @Nullable String admissionState,
            String visitState,
            List<StayView> stays,
            List<MessageView> messages,
            List<String> notes) {}

    record StayView(
            Instant admittedAt,
            String programme,
            @Nullable String track,
            LevelOfCare levelOfCare,
            @Nullable Instant plannedFor,
            @Nullable Instant dischargedAt,
            @Nullable String disposition) {

        static StayView of(Stay stay) {
            var place = stay.placement();
            return switch (stay) {
                case Stay.Current c ->
                    new StayView(
                            c.admittedAt(),
                            place.programme(),
                            place.track(),
                            place.levelOfCare(),
                            c.plan() == null ? null : c.plan().plannedFor(),
                            null,
                            null);
                case Stay.Ended e ->
                    new StayView(
                            e.admittedAt(),
                            place.programme(),
                            place.track(),
                            place.levelOfCare(),
                            null,
                            e.dischargedAt(),
                            e.disposition());
            };
        }
    }

    record MessageView(String messageKey, String trigger, Instant recordedAt, Instant sentAt) {}

    @PostMapping("/visits/lookup")
    Answer lookup(@Valid @RequestBody Lookup asked) {
        var kept = whose(asked);
        var patient = Patients.state(kept);
        var visit = asked.of(patient);
        var folded = visit.fold();
        var admission = patient.admissions().ofVisit(visit.key());
        return new Answer(
                kept.id(),
                admission.map(a -> a.admissionId()).orElse(null),
                admission.map(a -> a.code()).orElse(null),
                folded.state().code(),
                folded.stays().stream().map(StayView::of).toList(),
                visit.said().stream()
                        .map(s -> new MessageView(s.messageKey(), s.trigger().name(), s.recordedAt(), s.sentAt()))
                        .toList(),
                folded.noteCodes());
    }

    /** A number that was cancelled for one person, and is another's since, is the other's. */
    private Kept<Patient> whose(Lookup asked) {
        var all = patients.ofVisit(asked.sender(), asked.visitNumber());
        if (all.isEmpty()) {
            throw Refused.unknown("unknown-visit", "visitNumber", "Nothing was said by this sender about this number.");
        }
        var standing = all.stream()
                .filter(kept -> asked.of(Patients.state(kept)).fold().state() != Folded.State.CANCELLED)
                .toList();
        var meant = standing.isEmpty() ? all : standing;
        if (meant.size() > 1) {
            throw Refused.conflict(
                    "visit-number-shared",
                    "This sender says the number of several people: "
                            + meant.stream().map(Kept::id).collect(Collectors.joining(", ")) + ".");
        }
        return meant.getFirst();
    }
}
