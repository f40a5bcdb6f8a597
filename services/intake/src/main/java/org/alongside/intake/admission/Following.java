package org.alongside.intake.admission;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.alongside.intake.admission.Admission.Discharged;
import org.alongside.intake.admission.Admission.InTreatment;
import org.alongside.intake.admission.Admission.Leaving;
import org.alongside.intake.admission.Admission.Live;

/**
 * Brings one admission from what was told of it to what its episode says now, by events that each fit the one before:
 * nobody is discharged twice without a return between, and nobody returns who was not discharged.
 */
final class Following {

    private final Episode episode;
    private final List<AdmissionEvent> events = new ArrayList<>();

    private Following(Episode episode) {
        this.episode = episode;
    }

    record Followed(Live next, List<AdmissionEvent> events) {}

    static Followed follow(Live told, Episode episode) {
        var following = new Following(episode);
        var next = following.from(told);
        return new Followed(next, List.copyOf(following.events));
    }

    private Live from(Live told) {
        var enrolment = told.enrolment().madeOf(episode);
        return switch (told) {
            case InTreatment in -> inTreatment(in.in(enrolment));
            case Discharged left -> discharged(left.in(enrolment));
        };
    }

    private Live inTreatment(InTreatment told) {
        var placed = placed(told);
        var ending = episode.ending();
        return ending.isPresent() ? take(placed.discharge(ending.get())) : planned(placed);
    }

    private InTreatment placed(InTreatment told) {
        var stay = episode.decisive();
        return stay.placement().equals(told.enrolment().placement())
                ? told
                : take(told.place(stay.placement(), stay.placedAt()));
    }

    private InTreatment planned(InTreatment told) {
        var plan = episode.plan();
        if (Objects.equals(plan, told.plan())) {
            return told;
        }
        if (plan != null) {
            return take(told.plan(plan));
        }
        return told instanceof Leaving leaving ? take(leaving.stay()) : told;
    }

    private Live discharged(Discharged told) {
        var ending = episode.ending();
        var same = ending.filter(e ->
                e.dischargedAt().equals(told.dischargedAt()) && e.disposition().equals(told.disposition()));
        if (same.isEmpty()) {
            return inTreatment(returned(told));
        }
        // it was told of another place than the one that was left
        return episode.placement().equals(told.enrolment().placement()) ? told : inTreatment(takenBack(told));
    }

    /** A discharge that still stands was followed by a return; one that does not stand did not happen. */
    private InTreatment returned(Discharged told) {
        return episode.has(told.dischargedAt(), told.disposition())
                ? take(told.resume(episode.returnedAfter(told.dischargedAt()), episode.placement()))
                : takenBack(told);
    }

    private InTreatment takenBack(Discharged told) {
        return take(told.takeBack(episode.plan()));
    }

    private <S extends Admission> S take(Decided<S, ? extends AdmissionEvent> decided) {
        events.add(decided.event());
        return decided.next();
    }
}
