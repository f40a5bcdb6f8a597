package org.alongside.continuum.journey;

import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.alongside.continuum.handoff.Disposition;
import org.alongside.continuum.handoff.Handoff;
import org.alongside.continuum.outreach.Task;
import org.alongside.continuum.outreach.TaskReason;
import org.jspecify.annotations.Nullable;

/** Takes in what intake says. */
record TreatmentFacts(Turn turn) {

    private static final String DECEASED = "deceased";
    private static final String DISCHARGE_CANCELLED = "discharge-cancelled";
    private static final String RESUMED = "resumed";

    void take(IntakeEvent event) {
        if (turn.deceased()) {
            keep(event);
            return;
        }
        switch (event) {
            case IntakeEvent.PatientAdmitted e -> admitted(e);
            case IntakeEvent.LevelOfCareChanged e -> turn.note("level-changed", e.to().code());
            case IntakeEvent.DischargePlanned e -> planned(e);
            case IntakeEvent.DischargePlanCancelled e -> planCancelled(e);
            case IntakeEvent.PatientDischarged e -> discharged(e);
            case IntakeEvent.DischargeCancelled e -> dischargeCancelled(e);
            case IntakeEvent.AdmissionCancelled e -> cancelled(e);
            case IntakeEvent.AdmissionResumed e -> resumed(e);
            case IntakeEvent.PatientDeceased e -> deceased();
            case IntakeEvent.PatientDeceasedWithdrawn e -> {}
            case IntakeEvent.ConsentGranted e -> granted(e.consent());
            case IntakeEvent.ConsentRevoked e -> revoked(e.consent());
        }
    }

    private void admitted(IntakeEvent.PatientAdmitted e) {
        if (e.consents() != null) {
            e.consents().forEach(this::granted);
        }
        var episode = turn.episode(e.admissionId(), e.centreId());
        if (episode.phase().left()) {
            return;
        }
        turn.change(e.admissionId(), x -> x.phase(new Phase.InTreatment(e.admittedAt())));
        turn.note("admitted", null);
        raiseWhatWasHeardEarly(e.admissionId());
    }

    private void raiseWhatWasHeardEarly(String admissionId) {
        new PeerFacts(turn).raiseNoMentorFound(admissionId);
        new SeatFacts(turn).raiseNoSeatFound(admissionId);
    }

    private void planned(IntakeEvent.DischargePlanned e) {
        var episode = turn.episode(e.admissionId(), e.centreId());
        var handoff = episode.handoff();
        if (episode.phase().left() || episode.phase() instanceof Phase.Cancelled) {
            return;
        }
        if (handoff == null) {
            new HandoffSteps(turn).start(e.admissionId(), Handoff.Kind.PLANNED, e.plannedFor(), null);
        } else if (!handoff.declined() && !Objects.equals(handoff.plannedFor(), e.plannedFor())) {
            new HandoffSteps(turn).reschedule(e.admissionId(), handoff, e.plannedFor());
        }
    }

    private void planCancelled(IntakeEvent.DischargePlanCancelled e) {
        var episode = turn.episode(e.admissionId(), e.centreId());
        if (!episode.phase().left()) {
            new HandoffSteps(turn).withdraw(e.admissionId(), "plan-cancelled");
        }
    }

    private void discharged(IntakeEvent.PatientDischarged e) {
        var episode = turn.episode(e.admissionId(), e.centreId());
        if (episode.phase() instanceof Phase.Cancelled) {
            return;
        }
        var disposition = Disposition.of(e.disposition());
        turn.change(e.admissionId(), x -> x.phase(left(x, e)));
        turn.note("discharged", disposition.code());
        var tasks = new TaskSteps(turn);
        tasks.close(e.admissionId(), TaskReason.NO_MENTOR_FOUND, "discharged");
        tasks.close(e.admissionId(), TaskReason.NO_SEAT_FOUND, "discharged");
        switch (disposition.course()) {
            case HAND_OFF -> planKept(e.admissionId(), e.dischargedAt());
            case CALL_FIRST, PAUSE -> new HandoffSteps(turn).withdraw(e.admissionId(), disposition.code());
            case STOP -> {
                if (!declined(episode)) {
                    new HandoffSteps(turn).withdraw(e.admissionId(), DECEASED);
                }
                tasks.closeAll(e.admissionId(), DECEASED, TaskSteps.MACHINE);
            }
        }
    }

    private static Phase.Discharged left(Episode episode, IntakeEvent.PatientDischarged e) {
        var disposition = Disposition.of(e.disposition());
        var declined = disposition.course() == Disposition.Course.HAND_OFF && declined(episode);
        return new Phase.Discharged(episode.phase().admitted(), e.dischargedAt(), disposition, declined);
    }

    private static boolean declined(Episode episode) {
        return episode.handoff() != null && episode.handoff().declined();
    }

    /** A hand-off that was not planned is the review's business. */
    private void planKept(String admissionId, Instant at) {
        var handoff = turn.episode(admissionId).running();
        if (handoff != null) {
            new HandoffSteps(turn).discharged(admissionId, handoff, at);
        }
    }

    /**
     * What was before the discharge holds again: a plan, and that the person wanted none of what it was for. Who said so only
     * after they had left is asked anew when they leave again.
     */
    private void dischargeCancelled(IntakeEvent.DischargeCancelled e) {
        var episode = turn.episode(e.admissionId(), e.centreId());
        if (!episode.phase().left()) {
            return;
        }
        boolean declined = declinedThePlan(episode.handoff(), e.plannedFor());
        if (!declined) {
            new HandoffSteps(turn).withdraw(e.admissionId(), DISCHARGE_CANCELLED);
        }
        backInTreatment(episode, DISCHARGE_CANCELLED);
        if (!declined && e.plannedFor() != null) {
            new HandoffSteps(turn).start(e.admissionId(), Handoff.Kind.PLANNED, e.plannedFor(), null);
        }
    }

    /** @param again the day it is planned for again; of a plan without a day none is told */
    private static boolean declinedThePlan(@Nullable Handoff handoff, @Nullable Instant again) {
        return handoff != null
                && handoff.declined()
                && handoff.discharged() == null
                && (again != null || handoff.plannedFor() == null);
    }

    private void resumed(IntakeEvent.AdmissionResumed e) {
        var episode = turn.episode(e.admissionId(), e.centreId());
        if (episode.phase().left()) {
            new HandoffSteps(turn).withdraw(e.admissionId(), RESUMED);
            backInTreatment(episode, RESUMED);
        }
    }

    private void backInTreatment(Episode left, String why) {
        var admissionId = left.admissionId();
        new TaskSteps(turn).closeAll(admissionId, why, TaskSteps.MACHINE);
        var since = Objects.requireNonNullElse(left.phase().admitted(), turn.now());
        turn.change(admissionId, x -> x.phase(new Phase.InTreatment(since)).paused(false));
        turn.note(why, null);
        raiseWhatWasHeardEarly(admissionId);
    }

    private void cancelled(IntakeEvent.AdmissionCancelled e) {
        turn.episode(e.admissionId(), e.centreId());
        new HandoffSteps(turn).withdraw(e.admissionId(), "admission-cancelled");
        new TaskSteps(turn).closeAll(e.admissionId(), "admission-cancelled", TaskSteps.MACHINE);
        turn.change(e.admissionId(), x -> x.phase(new Phase.Cancelled(turn.now())));
        turn.note("admission-cancelled", null);
    }

    /**
     * Nothing is told any more but that the tasks are closed: the other services stop by themselves. That somebody wanted
     * no hand-off is kept, in case it was an error.
     */
    private void deceased() {
        turn.died();
        turn.tasks().stream()
                .filter(Task::open)
                .forEach(task -> new TaskSteps(turn).close(task, DECEASED, TaskSteps.MACHINE));
        for (var episode : turn.episodes()) {
            new CheckInSteps(turn).callOff(episode.admissionId());
            turn.change(episode.admissionId(), x -> x.plan(planOf(x)).handoff(declined(x) ? x.handoff() : null));
        }
        turn.note("ended", null);
    }

    private static Episode.@Nullable Plan planOf(Episode episode) {
        var handoff = episode.running();
        return handoff == null || episode.phase().left() ? null : new Episode.Plan(handoff.plannedFor());
    }

    /** Of somebody who was told to have died: where they stand is kept, nothing is begun, until the death is withdrawn. */
    private void keep(IntakeEvent event) {
        switch (event) {
            case IntakeEvent.PatientAdmitted e -> inTreatment(e.admissionId(), e.centreId(), e.admittedAt());
            case IntakeEvent.PatientDischarged e -> {
                var left = left(turn.episode(e.admissionId(), e.centreId()), e);
                var asked = left.disposition().asksWhatIsWanted();
                turn.change(e.admissionId(), x -> x.phase(left).plan(null).handoff(asked ? null : x.handoff()));
            }
            case IntakeEvent.DischargeCancelled e -> {
                inTreatment(e.admissionId(), e.centreId(), null);
                if (e.plannedFor() != null) {
                    keep(e.admissionId(), new Episode.Plan(e.plannedFor()));
                }
            }
            case IntakeEvent.AdmissionResumed e -> {
                inTreatment(e.admissionId(), e.centreId(), null);
                nothingPlanned(e.admissionId());
            }
            case IntakeEvent.AdmissionCancelled e -> {
                turn.episode(e.admissionId(), e.centreId());
                nothingPlanned(e.admissionId());
                turn.change(e.admissionId(), x -> x.phase(new Phase.Cancelled(turn.now())));
            }
            case IntakeEvent.DischargePlanned e -> {
                turn.episode(e.admissionId(), e.centreId());
                keep(e.admissionId(), new Episode.Plan(e.plannedFor()));
            }
            case IntakeEvent.DischargePlanCancelled e -> {
                turn.episode(e.admissionId(), e.centreId());
                nothingPlanned(e.admissionId());
            }
            case IntakeEvent.ConsentGranted e -> granted(e.consent());
            case IntakeEvent.ConsentRevoked e -> revoked(e.consent());
            case IntakeEvent.PatientDeceasedWithdrawn e -> goOn();
            case IntakeEvent.LevelOfCareChanged e -> {}
            case IntakeEvent.PatientDeceased e -> {}
        }
    }

    private void keep(String admissionId, Episode.@Nullable Plan plan) {
        turn.change(admissionId, x -> x.plan(plan));
    }

    private void nothingPlanned(String admissionId) {
        turn.change(admissionId, x -> x.plan(null).handoff(null));
    }

    private void inTreatment(String admissionId, String centreId, @Nullable Instant admittedAt) {
        var admitted = turn.episode(admissionId, centreId).phase().admitted();
        var since = Stream.of(admitted, admittedAt, turn.now())
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
        turn.change(admissionId, x -> x.phase(new Phase.InTreatment(since)));
    }

    /** What was planned and what somebody still has to do is begun again; whoever has left is the review's business. */
    private void goOn() {
        turn.lives();
        turn.note("goes-on", null);
        for (var episode : turn.episodes()) {
            var plan = episode.plan();
            if (plan != null) {
                keep(episode.admissionId(), null);
                planned(new IntakeEvent.DischargePlanned(episode.centreId(), episode.admissionId(), plan.day()));
            }
            raiseWhatWasHeardEarly(episode.admissionId());
        }
        new TaskSteps(turn).raiseAgain(DECEASED);
    }

    private void granted(IntakeEvent.Consent consent) {
        if (consent.contactAfterDischarge() && consent.version() > version()) {
            var scopes = Objects.requireNonNullElse(consent.scopes(), Set.<String>of());
            turn.leave(new Leave(consent.consentId(), consent.version(), Set.copyOf(scopes), consent.expires(), false));
            turn.note("leave-given", null);
        }
    }

    private void revoked(IntakeEvent.Consent consent) {
        if (consent.contactAfterDischarge() && consent.version() >= version()) {
            turn.leave(new Leave(consent.consentId(), consent.version(), Set.of(), null, true));
            turn.note("leave-taken-back", null);
        }
    }

    private int version() {
        var leave = turn.leave();
        return leave == null ? -1 : leave.version();
    }
}
