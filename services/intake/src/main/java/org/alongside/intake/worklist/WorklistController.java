package org.alongside.intake.worklist;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.alongside.eventing.document.Cause;
import org.alongside.eventing.document.Kept;
import org.alongside.eventing.web.Refused;
import org.alongside.intake.IntakeSettings;
import org.alongside.intake.patient.Patient;
import org.alongside.intake.patient.Patients;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The worklist of intake staff, by patientId; it names nobody. */
@RestController
class WorklistController {

    private static final int LONGEST = 200;

    private final Patients patients;
    private final IntakeSettings settings;
    private final Clock clock;
    private final SeeingNotes seeing;

    WorklistController(Patients patients, IntakeSettings settings, Clock clock, SeeingNotes seeing) {
        this.patients = patients;
        this.seeing = seeing;
        this.settings = settings;
        this.clock = clock;
    }

    record Entry(String patientId, @Nullable String admissionId, List<String> waitingFor, List<String> notes) {

        boolean waitsFor(@Nullable String code) {
            return code == null || waitingFor.contains(code) || notes.contains(code);
        }
    }

    /**
     * @param next the value of {@code after} for the next page; none on the last
     */
    record Page(List<Entry> entries, @Nullable String next) {}

    @GetMapping("/worklist")
    Page worklist(
            @RequestParam(required = false) @Nullable String waiting,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "50") int limit) {
        if (limit < 1 || limit > LONGEST) {
            throw Refused.invalid("limit-out-of-range", "limit", "Between 1 and " + LONGEST + " entries a page.");
        }
        if (waiting != null && !Waiting.codes().contains(waiting)) {
            throw Refused.invalid("unknown-code", "waiting", "One of: " + String.join(", ", Waiting.codes()) + ".");
        }
        var entries = new ArrayList<Entry>();
        var last = after;
        while (true) {
            var people = patients.waiting(last, LONGEST);
            for (var kept : people) {
                last = kept.id();
                of(kept).stream().filter(e -> e.waitsFor(waiting)).forEach(entries::add);
                if (entries.size() >= limit) {
                    return new Page(List.copyOf(entries), last);
                }
            }
            if (people.size() < LONGEST) {
                return new Page(List.copyOf(entries), null);
            }
        }
    }

    @PostMapping("/patients/{patientId}/notes/{code}/seen")
    SeeingNotes.Notes seen(@PathVariable String patientId, @PathVariable String code, Cause.Command cause) {
        return seeing.seen(patientId, code, cause);
    }

    private List<Entry> of(Kept<Patient> kept) {
        var patient = Patients.state(kept);
        var notes = Waiting.notes(patient);
        var open = patient.admissions().inTreatment();
        if (open.isEmpty()) {
            return List.of(new Entry(kept.id(), null, List.of(), notes));
        }
        return open.stream()
                .map(a -> new Entry(
                        kept.id(),
                        a.admissionId(),
                        Waiting.of(patient, a, settings.profileWait(), clock.instant()),
                        notes))
                .toList();
    }
}
