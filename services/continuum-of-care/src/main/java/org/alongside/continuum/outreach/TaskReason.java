package org.alongside.continuum.outreach;

import org.alongside.continuum.centre.Duty;
import org.alongside.continuum.handoff.Line;

/** Why a human is asked to do something; each with whose duty it is and how soon it has to be done. */
public enum TaskReason {
    SUDDEN_DISCHARGE(
            "Discharged without a plan, and not everything for the time after is secured",
            Duty.COORDINATOR,
            Due.WITHIN_A_DAY),
    DISCHARGED_WITH_OPEN_LINES(
            "Discharged as planned, and not everything for the time after is secured",
            Duty.COORDINATOR,
            Due.WITHIN_A_DAY),
    HANDOFF_FELL_BACK(
            "Something that was secured after the discharge is gone again", Duty.COORDINATOR, Due.WITHIN_A_DAY),
    ALUMNI_SEAT_OVERDUE("No alumni seat by its deadline", Duty.COORDINATOR, Due.NEXT_WORKING_DAY),
    PEER_CONTACT_OVERDUE("No peer has stayed or taken over by the deadline", Duty.COORDINATOR, Due.NEXT_WORKING_DAY),
    FIRST_CHECK_IN_OVERDUE(
            "No first check-in could be planned by its deadline", Duty.COORDINATOR, Due.NEXT_WORKING_DAY),
    LEAVE_TO_CONTACT_OVERDUE(
            "No consent to be contacted after discharge by its deadline", Duty.COORDINATOR, Due.NEXT_WORKING_DAY),
    FIRST_SESSION_LATE(
            "The first alumni session comes later than it should after a sudden discharge",
            Duty.COORDINATOR,
            Due.NEXT_WORKING_DAY),
    LEFT_AGAINST_ADVICE("Left against advice: call today, the risk is highest now", Duty.ON_CALL, Due.SAME_DAY),
    ADMINISTRATIVE_DISCHARGE(
            "Discharged by the centre: ask what support is wanted", Duty.COORDINATOR, Due.NEXT_WORKING_DAY),
    PAUSED_RETURN_UNKNOWN("In hospital or jail: find out when they are back", Duty.COORDINATOR, Due.WITHIN_A_WEEK),
    LANE_PARKED(
            "What another service told could not be applied, and nothing is decided about this person until it is",
            Duty.COORDINATOR,
            Due.SAME_DAY),
    RISK_ANSWER("Answered a check-in in a way that needs a human at once", Duty.ON_CALL, Due.AT_ONCE),
    STRUGGLING_ANSWER("Answered a check-in saying that it is hard", Duty.COORDINATOR, Due.NEXT_WORKING_DAY),
    CHECK_IN_MISSED(
            "No answer to several check-ins in a row, or to the last one", Duty.COORDINATOR, Due.NEXT_WORKING_DAY),
    ABSENT_FROM_IOP_GROUP("Missed a peer group during treatment: call the same day", Duty.COORDINATOR, Due.SAME_DAY),
    ABSENT_FROM_ALUMNI_GROUP("Missed several alumni sessions in a row", Duty.COORDINATOR, Due.NEXT_WORKING_DAY),
    NO_MENTOR_FOUND("No mentor fits now", Duty.PEER_SUPERVISOR, Due.NEXT_WORKING_DAY),
    NO_SEAT_FOUND("No seat in a peer group fits now", Duty.COORDINATOR, Due.NEXT_WORKING_DAY),
    NO_PEER_CONTACT(
            "The peer has not been in contact for longer than agreed", Duty.PEER_SUPERVISOR, Due.NEXT_WORKING_DAY);

    private final String words;
    private final Duty duty;
    private final Due due;

    TaskReason(String words, Duty duty, Due due) {
        this.words = words;
        this.duty = duty;
        this.due = due;
    }

    /** How soon. */
    public enum Due {
        AT_ONCE,
        SAME_DAY,
        WITHIN_A_DAY,
        NEXT_WORKING_DAY,
        WITHIN_A_WEEK
    }

    public static TaskReason overdue(Line line) {
        return switch (line) {
            case ALUMNI_SEAT -> ALUMNI_SEAT_OVERDUE;
            case PEER_CONTACT -> PEER_CONTACT_OVERDUE;
            case FIRST_CHECK_IN -> FIRST_CHECK_IN_OVERDUE;
            case LEAVE_TO_CONTACT -> LEAVE_TO_CONTACT_OVERDUE;
        };
    }

    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    public String words() {
        return words;
    }

    Duty duty() {
        return duty;
    }

    Due due() {
        return due;
    }

    /** Whether it cannot wait for whoever is busy with the one before. */
    public boolean atOnce() {
        return due == Due.AT_ONCE;
    }

    /** Whether, after a discharge, it is only for somebody who wants to be followed up. */
    public boolean followsUp() {
        return this == FIRST_SESSION_LATE
                || this == CHECK_IN_MISSED
                || this == ABSENT_FROM_ALUMNI_GROUP
                || this == NO_PEER_CONTACT;
    }

    /**
     * Whether it comes from what is told once, so that no later look at the journey finds it again, and outlasts the report
     * of a death that was an error; a match does not.
     */
    public boolean toldOnce() {
        return switch (this) {
            case RISK_ANSWER, STRUGGLING_ANSWER, CHECK_IN_MISSED, ABSENT_FROM_IOP_GROUP, ABSENT_FROM_ALUMNI_GROUP ->
                true;
            case SUDDEN_DISCHARGE,
                    DISCHARGED_WITH_OPEN_LINES,
                    HANDOFF_FELL_BACK,
                    ALUMNI_SEAT_OVERDUE,
                    PEER_CONTACT_OVERDUE,
                    FIRST_CHECK_IN_OVERDUE,
                    LEAVE_TO_CONTACT_OVERDUE,
                    FIRST_SESSION_LATE,
                    LEFT_AGAINST_ADVICE,
                    ADMINISTRATIVE_DISCHARGE,
                    PAUSED_RETURN_UNKNOWN,
                    LANE_PARKED,
                    NO_MENTOR_FOUND,
                    NO_SEAT_FOUND,
                    NO_PEER_CONTACT -> false;
        };
    }

    /** Whether closing it says what the person wants of the time after treatment. */
    public boolean asksWhatIsWanted() {
        return this == LEFT_AGAINST_ADVICE || this == ADMINISTRATIVE_DISCHARGE || this == PAUSED_RETURN_UNKNOWN;
    }
}
