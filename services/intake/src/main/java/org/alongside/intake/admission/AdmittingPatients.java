package org.alongside.intake.admission;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.alongside.eventing.document.Cause;
import org.alongside.eventing.web.Refused;
import org.alongside.intake.IntakeSettings;
import org.alongside.intake.admission.AdmissionPolicy.Entered;
import org.alongside.intake.admission.AdmissionPolicy.Leaves;
import org.alongside.intake.patient.Patient;
import org.alongside.intake.patient.Patients;
import org.alongside.intake.patient.Taken;
import org.alongside.intake.visit.Dispositions;
import org.alongside.intake.visit.EarlyMessages;
import org.alongside.intake.visit.Folded;
import org.alongside.intake.visit.Placement;
import org.alongside.intake.visit.Said;
import org.alongside.intake.visit.Stay;
import org.alongside.intake.visit.Trigger;
import org.alongside.intake.visit.Visit;
import org.alongside.intake.visit.Whereabouts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What staff do by hand. Each is said of the admission's visits as the feed would say it, and folded like everything else. */
@Component
public final class AdmittingPatients {

    private final Patients patients;
    private final IntakeSettings settings;
    private final EarlyMessages early;

    public AdmittingPatients(Patients patients, IntakeSettings settings, EarlyMessages early) {
        this.patients = patients;
        this.settings = settings;
        this.early = early;
    }

    /** The admission after what was asked. */
    public record Standing(String admissionId, String state) {}

    /** What the admission form says. */
    public record Admit(String visitNumber, Placement placement, Instant admittedAt) {}

    /** What a feed has said of the visit since it began counts, so it may be over already. */
    public Standing admit(String patientId, Cause.Command cause, Admit asked) {
        var admitted = patients.change(
                patientId,
                cause,
                Standing.class,
                (patient, now) -> Taken.of(admit(patient, cause, asked, early.of(patientId, asked.visitNumber()), now)),
                p -> standing(p.admissions().ofVisit(visit(p, asked).key()).orElseThrow()));
        return withWhatCameMeanwhile(patientId, asked.visitNumber(), admitted);
    }

    /** A feed may have kept something after it was asked for, and have found no admission yet. */
    private Standing withWhatCameMeanwhile(String patientId, String visitNumber, Standing admitted) {
        var visit = Patients.state(patients.get(patientId)).visit(Visit.STAFF, visitNumber);
        var said = early.of(patientId, visitNumber);
        return said.stream().allMatch(s -> visit.heard(s.messageKey()))
                ? admitted
                : patients.change(
                        patientId,
                        Cause.OWN,
                        Standing.class,
                        (patient, now) -> Taken.of(hear(patient, visitNumber, said)),
                        patient -> standing(admission(patient, admitted.admissionId())));
    }

    private static Patient hear(Patient patient, String visitNumber, List<Said> early) {
        var next = patient;
        for (var said : early) {
            var visit = next.visit(Visit.STAFF, visitNumber);
            next = visit.heard(said.messageKey()) ? next : next.hears(visit, said);
        }
        return next;
    }

    public Standing plan(String patientId, String admissionId, Cause.Command cause, @Nullable Instant plannedFor) {
        return say(patientId, admissionId, cause, (patient, now) -> {
            var admission = AdmissionPolicy.IN_TREATMENT.check(admission(patient, admissionId));
            AdmissionPolicy.LEAVES_AFTER_COMING.check(new Leaves("plannedFor", plannedFor, admission));
            if (plannedFor != null) {
                AdmissionPolicy.WITHIN_REACH.check(new Entered("plannedFor", plannedFor, now));
            }
            return new Saying(Trigger.A16, open(patient, admission), null, null, plannedFor, null);
        });
    }

    public Standing unplan(String patientId, String admissionId, Cause.Command cause) {
        return say(patientId, admissionId, cause, (patient, now) -> {
            var admission = AdmissionPolicy.PLANNED.check(admission(patient, admissionId));
            return new Saying(Trigger.A25, open(patient, admission), null, null, null, null);
        });
    }

    /** May be back-dated, to the day of the admission at the most. */
    public Standing discharge(
            String patientId, String admissionId, Cause.Command cause, Instant dischargedAt, String disposition) {
        return say(patientId, admissionId, cause, (patient, now) -> {
            var admission = AdmissionPolicy.IN_TREATMENT.check(admission(patient, admissionId));
            AdmissionPolicy.HAPPENED_ALREADY.check(new Entered("dischargedAt", dischargedAt, now));
            AdmissionPolicy.LEAVES_AFTER_COMING.check(new Leaves("dischargedAt", dischargedAt, admission));
            if (!Dispositions.ALL.contains(disposition)) {
                throw Refused.invalid("unknown-code", "disposition", "There is no such disposition.");
            }
            return new Saying(Trigger.A03, open(patient, admission), null, dischargedAt, null, disposition);
        });
    }

    public Standing cancelDischarge(String patientId, String admissionId, Cause.Command cause) {
        return say(patientId, admissionId, cause, (patient, now) -> {
            var admission = AdmissionPolicy.DISCHARGED.check(admission(patient, admissionId));
            return new Saying(Trigger.A13, leftLast(patient, (Admission.Discharged) admission), null, null, null, null);
        });
    }

    /** This admission alone: an older or a later one of the same visit number did happen. */
    public Standing cancel(String patientId, String admissionId, Cause.Command cause) {
        return say(patientId, admissionId, cause, (patient, now) -> {
            var admission = AdmissionPolicy.NOT_CANCELLED.check(admission(patient, admissionId));
            var ended = admission instanceof Admission.Discharged left ? left.dischargedAt() : null;
            var enrolment = admission.enrolment();
            return new Saying(Trigger.A11, enrolment.visits(), enrolment.admittedAt(), ended, null, null);
        });
    }

    private record Saying(
            Trigger trigger,
            List<String> visits,
            @Nullable Instant admittedAt,
            @Nullable Instant dischargedAt,
            @Nullable Instant plannedFor,
            @Nullable String disposition) {}

    private Patient admit(Patient patient, Cause.Command cause, Admit asked, List<Said> before, Instant now) {
        var at = new Entered("admittedAt", asked.admittedAt(), now);
        AdmissionPolicy.HAPPENED_ALREADY.check(at);
        AdmissionPolicy.WITHIN_LIVING_MEMORY.check(at);
        if (!asked.placement().levelOfCare().known()) {
            throw Refused.invalid("unknown-code", "levelOfCare", "The edition of the ASAM criteria has no such level.");
        }
        listed(asked.placement());
        if (visit(patient, asked).fold().state() == Folded.State.OPEN) {
            throw Refused.conflict("visit-already-open", "The person is in treatment under this visit number.");
        }
        var next = hear(patient, asked.visitNumber(), before);
        var visit = visit(next, asked);
        // filed by the day it began, so that what a feed recorded of it since follows, whenever that arrives
        boolean begins = visit.fold().state() == Folded.State.NEVER_ADMITTED
                && asked.admittedAt().isBefore(now);
        var recorded = begins ? asked.admittedAt() : after(visit, now);
        next = next.hears(
                visit, placed(Trigger.A01, key(cause, visit), recorded, now, asked.placement(), asked.admittedAt()));
        visit = visit(next, asked);
        if (elsewhere(visit.fold(), asked.placement())) {
            // what staff say of it now is newer than what a feed recorded since that day
            next = next.hears(
                    visit, placed(Trigger.A08, key(cause, visit), after(visit, now), now, asked.placement(), null));
        }
        return next;
    }

    private static Visit visit(Patient patient, Admit asked) {
        return patient.visit(Visit.STAFF, asked.visitNumber());
    }

    private static boolean elsewhere(Folded visit, Placement placement) {
        return visit.state() == Folded.State.OPEN
                && !visit.stays().getLast().placement().equals(placement);
    }

    private static Said placed(
            Trigger trigger,
            String key,
            Instant recordedAt,
            Instant sentAt,
            Placement placement,
            @Nullable Instant admittedAt) {
        return new Said(
                key, trigger, recordedAt, sentAt, Whereabouts.of(placement), admittedAt, null, null, null, false);
    }

    /** The centre's own codes, and no word that somebody types in. */
    private void listed(Placement placement) {
        var programmes = settings.programmes();
        var programme = programmes.stream()
                .filter(p -> p.code().equals(placement.programme()))
                .findFirst()
                .orElseThrow(() -> unlisted(
                        "programme",
                        programmes.stream().map(IntakeSettings.Programme::code).toList()));
        if (!programme.tracks().contains(placement.track())) {
            throw unlisted("track", programme.tracks());
        }
    }

    private static Refused unlisted(String field, List<String> listed) {
        return Refused.invalid("unknown-code", field, "One of: " + String.join(", ", listed) + ".");
    }

    private Standing say(
            String patientId, String admissionId, Cause.Command cause, BiFunction<Patient, Instant, Saying> ruling) {
        return patients.change(
                patientId,
                cause,
                Standing.class,
                (patient, now) -> {
                    var saying = ruling.apply(patient, now);
                    var next = patient;
                    for (var key : saying.visits()) {
                        next = hear(next, Objects.requireNonNull(next.visits().get(key)), saying, cause, now);
                    }
                    return Taken.of(next);
                },
                patient -> standing(admission(patient, admissionId)));
    }

    private static Patient hear(Patient patient, Visit visit, Saying saying, Cause.Command cause, Instant now) {
        var recorded = after(visit, now);
        return patient.hears(
                visit,
                new Said(
                        key(cause, visit),
                        saying.trigger(),
                        recorded,
                        recorded,
                        null,
                        saying.admittedAt(),
                        saying.dischargedAt(),
                        saying.plannedFor(),
                        saying.disposition(),
                        false));
    }

    /** What staff say counts as said last, even where a feed's clock is ahead of ours. */
    private static Instant after(Visit visit, Instant now) {
        var last = visit.lastRecorded();
        return last == null || last.isBefore(now) ? now : last.plusMillis(1);
    }

    private static String key(Cause.Command cause, Visit visit) {
        var command = cause.key() == null ? UUID.randomUUID().toString() : cause.key();
        return "staff-" + command + "-" + visit.said().size();
    }

    private List<String> open(Patient patient, Admission admission) {
        return episode(patient, admission).map(Episode::openVisits).orElseGet(List::of);
    }

    private List<String> leftLast(Patient patient, Admission.Discharged admission) {
        return episode(patient, admission).stream()
                .flatMap(e -> e.parts().stream())
                .filter(p -> p.stay() instanceof Stay.Ended ended
                        && ended.dischargedAt().equals(admission.dischargedAt()))
                .map(Episode.Part::visit)
                .distinct()
                .toList();
    }

    private Optional<Episode> episode(Patient patient, Admission admission) {
        return patient.episodes(settings.gap()).stream()
                .filter(e -> e.visits().equals(admission.enrolment().visits())
                        && e.admittedAt().equals(admission.enrolment().admittedAt()))
                .findFirst();
    }

    private static Admission admission(Patient patient, String admissionId) {
        return patient.admission(admissionId)
                .orElseThrow(() -> Refused.unknown(
                        "unknown-admission", "admissionId", "The person has no admission with this id."));
    }

    private static Standing standing(Admission admission) {
        return new Standing(admission.admissionId(), admission.code());
    }
}
