package org.alongside.continuum.outreach;

import java.time.Duration;
import java.time.Instant;
import org.alongside.continuum.centre.CentreCalendar;
import org.alongside.continuum.centre.Duty;
import org.alongside.continuum.centre.DutyRoster;

/**
 * Who owns a task, until when, and when it goes to the backup.
 *
 * @param atOnce how soon an answer that says risk has to be followed
 */
public record TaskRules(CentreCalendar calendar, DutyRoster roster, Duration atOnce) {

    public Instant due(TaskReason reason, Instant now) {
        return switch (reason.due()) {
            case AT_ONCE -> now.plus(atOnce);
            case SAME_DAY -> calendar.sameDay(now);
            case WITHIN_A_DAY -> now.plus(Duration.ofHours(24));
            case NEXT_WORKING_DAY -> calendar.workingDaysAfter(now, 1);
            case WITHIN_A_WEEK -> calendar.workingDaysAfter(now, 5);
        };
    }

    /** Week-ends are with whoever is on call. */
    public Duty duty(TaskReason reason, Instant due) {
        return calendar.workingDay(due) ? reason.duty() : Duty.ON_CALL;
    }

    public DutyRoster.Assignment assign(TaskReason reason, Instant due, String patientId) {
        return roster.assign(duty(reason, due), patientId);
    }

    /** A working day without anybody taking it; what is with the one on call waits no longer than it is due. */
    public Instant escalateAt(TaskReason reason, Instant due, Instant now) {
        return duty(reason, due) == Duty.ON_CALL ? due : calendar.workingDaysAfter(now, 1);
    }

    public Instant dueAfterEscalation(TaskReason reason, Instant now) {
        return reason.atOnce() ? now.plus(atOnce) : calendar.workingDaysAfter(now, 1);
    }
}
