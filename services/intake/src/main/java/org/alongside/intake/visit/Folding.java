package org.alongside.intake.visit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Goes through what was said of a visit, in its order, and keeps what holds after each message. A message that fits
 * nothing said before it changes nothing: it may make sense once its cause has arrived and all is folded again.
 */
final class Folding {

    static final String NOTHING_TO_TAKE_BACK = "cancelled-discharge-without-discharge";
    static final String LEFT_BEFORE_ADMITTED = "discharge-recorded-before-admission";
    static final String COUNTER_RESET = "control-id-reused";
    static final String NO_DISPOSITION = "disposition-missing";
    static final String NO_PLACEMENT = "placement-missing";

    private record Draft(
            Instant recordedAt,
            Instant admittedAt,
            @Nullable Plan plan,
            @Nullable Leaving leaving,
            @Nullable Placed placed) {

        Draft with(@Nullable Plan next) {
            return new Draft(recordedAt, admittedAt, next, leaving, placed);
        }

        Draft with(@Nullable Leaving next) {
            return new Draft(recordedAt, admittedAt, plan, next, placed);
        }

        Draft with(Placed next) {
            return new Draft(recordedAt, admittedAt, plan, leaving, next);
        }

        boolean open() {
            return leaving == null;
        }

        /** Some of it lies between the two; either may be left open. */
        boolean touches(@Nullable Instant from, @Nullable Instant to) {
            boolean over = from != null && leaving != null && leaving.at().isBefore(from);
            boolean yetToCome = to != null && admittedAt.isAfter(to);
            return !over && !yetToCome;
        }
    }

    private record Leaving(
            Instant recordedAt, Instant at, @Nullable String disposition) {}

    private record Placed(Placement placement, Instant at) {}

    private final List<Draft> drafts = new ArrayList<>();
    private final Set<Folded.Note> notes = new LinkedHashSet<>();
    private @Nullable Placed placed;
    private @Nullable Instant leftBefore;
    private boolean cancelled;

    static Folded of(List<Said> inOrder) {
        var folding = new Folding();
        inOrder.forEach(folding::take);
        return folding.result();
    }

    private void take(Said said) {
        if (said.counterReset()) {
            note(COUNTER_RESET, said.recordedAt());
        }
        int before = drafts.size();
        switch (said.trigger()) {
            case A01, A04 -> admit(said);
            case A16 -> plan(new Plan(said.expectedDischargeAt()));
            case A25 -> plan(null);
            case A03 -> {
                correct(said); // before it too: nobody is discharged before a day that the same message corrects
                discharge(said);
            }
            case A13 -> takeBack(said);
            case A11 -> cancel(said);
            case A08 -> {
                correct(said);
                update(said);
            }
        }
        correct(said);
        var next = said.trigger().places() && said.whereabouts() != null
                ? said.whereabouts().after(placed == null ? null : placed.placement())
                : null;
        if (next != null) {
            var admittedNow = drafts.size() > before;
            place(next, admittedNow ? drafts.getLast().admittedAt() : said.recordedAt());
        }
    }

    private void admit(Said said) {
        if (open()) {
            return; // an attended day
        }
        cancelled = false;
        var start = said.admittedAt() == null ? said.recordedAt() : said.admittedAt();
        var left = drafts.isEmpty() ? null : drafts.getLast().leaving();
        if (left != null && !start.isAfter(left.at())) {
            // a sender that reopens a visit may still send the day it first began
            start = later(said.recordedAt(), left.at());
        }
        drafts.add(new Draft(
                said.recordedAt(), start, null, null, placed == null ? null : new Placed(placed.placement(), start)));
    }

    /** The first day of a visit, as a later message knows it better. What was reopened keeps the day of its return. */
    private void correct(Said said) {
        var admittedAt = said.admittedAt();
        if (admittedAt == null || drafts.size() != 1 || !said.trigger().goesOn()) {
            return;
        }
        var only = drafts.getFirst();
        var leaving = only.leaving();
        if (leaving == null || !admittedAt.isAfter(leaving.at())) {
            var was = only.placed();
            drafts.set(
                    0,
                    new Draft(
                            only.recordedAt(),
                            admittedAt,
                            only.plan(),
                            leaving,
                            was != null && was.at().equals(only.admittedAt())
                                    ? new Placed(was.placement(), admittedAt)
                                    : was));
        }
    }

    private void plan(@Nullable Plan plan) {
        if (open()) {
            replaceLast(drafts.getLast().with(plan));
        }
    }

    private void discharge(Said said) {
        if (drafts.isEmpty()) {
            leftBefore = said.recordedAt(); // early, or for ever without effect
            return;
        }
        leftBefore = null;
        var last = drafts.getLast();
        var known = last.leaving();
        var at = said.dischargedAt() != null ? said.dischargedAt() : known == null ? said.recordedAt() : known.at();
        var disposition = said.disposition() != null || known == null ? said.disposition() : known.disposition();
        replaceLast(last.with(new Leaving(said.recordedAt(), later(at, last.admittedAt()), disposition)));
    }

    /** Nobody leaves by an update, except by death; of who has left it corrects what it says. */
    private void update(Said said) {
        boolean died = Dispositions.DIED.equals(said.disposition());
        if (drafts.isEmpty() || open()) {
            if (died) {
                discharge(said);
            }
            return;
        }
        var last = drafts.getLast();
        var left = Objects.requireNonNull(last.leaving());
        var at = died || said.dischargedAt() == null ? left.at() : later(said.dischargedAt(), last.admittedAt());
        var disposition = said.disposition() == null ? left.disposition() : said.disposition();
        replaceLast(last.with(new Leaving(left.recordedAt(), at, disposition)));
    }

    private void takeBack(Said said) {
        if (drafts.isEmpty() || open()) {
            note(NOTHING_TO_TAKE_BACK, said.recordedAt());
        } else {
            replaceLast(drafts.getLast().with((Leaving) null));
        }
    }

    /** A feed cancels the visit. Staff cancel one admission of it, and what was before or after that stays. */
    private void cancel(Said said) {
        drafts.removeIf(draft -> draft.touches(said.admittedAt(), said.dischargedAt()));
        cancelled = drafts.isEmpty();
        leftBefore = cancelled ? null : leftBefore;
    }

    private void place(Placement next, Instant since) {
        if (open()) {
            var last = drafts.getLast();
            if (last.placed() == null) {
                replaceLast(last.with(new Placed(next, last.admittedAt())));
            } else if (!last.placed().placement().equals(next)) {
                replaceLast(last.with(new Placed(next, since)));
            }
        }
        placed = new Placed(next, since);
    }

    private Folded result() {
        if (leftBefore != null && open()) {
            note(LEFT_BEFORE_ADMITTED, leftBefore);
        }
        var stays = new ArrayList<Stay>();
        for (var draft : drafts) {
            var known = draft.placed() == null ? placed : draft.placed();
            if (known == null) {
                note(NO_PLACEMENT, draft.recordedAt());
                continue;
            }
            var current = new Stay.Current(draft.admittedAt(), known.placement(), known.at(), draft.plan());
            var leaving = draft.leaving();
            if (leaving != null && leaving.disposition() == null) {
                note(NO_DISPOSITION, leaving.recordedAt());
            }
            stays.add(leaving == null ? current : new Stay.Ended(current, leaving.at(), leaving.disposition()));
        }
        return new Folded(state(stays), List.copyOf(stays), List.copyOf(notes));
    }

    private Folded.State state(List<Stay> stays) {
        if (cancelled) {
            return Folded.State.CANCELLED;
        }
        if (stays.isEmpty()) {
            return Folded.State.NEVER_ADMITTED;
        }
        return stays.getLast() instanceof Stay.Current ? Folded.State.OPEN : Folded.State.DISCHARGED;
    }

    private boolean open() {
        return !drafts.isEmpty() && drafts.getLast().open();
    }

    private void replaceLast(Draft draft) {
        drafts.set(drafts.size() - 1, draft);
    }

    private void note(String code, Instant since) {
        notes.add(new Folded.Note(code, since));
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
