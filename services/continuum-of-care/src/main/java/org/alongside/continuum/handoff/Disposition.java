package org.alongside.continuum.handoff;

import java.util.Arrays;

/** How somebody left treatment, and what follows from it ({@code domain.md}, "Disposition decides"). */
public enum Disposition {
    COMPLETED("completed", Course.HAND_OFF),
    STEP_DOWN("step-down", Course.HAND_OFF),
    AGAINST_ADVICE("against-advice", Course.CALL_FIRST),
    ADMINISTRATIVE("administrative", Course.CALL_FIRST),
    HOSPITAL("hospital", Course.PAUSE),
    JAIL("jail", Course.PAUSE),
    DIED("died", Course.STOP);

    private final String code;
    private final Course course;

    Disposition(String code, Course course) {
        this.code = code;
        this.course = course;
    }

    /** What the centre does next. */
    public enum Course {
        /** Alumni seat, peer, check-in and leave are secured. */
        HAND_OFF,
        /** Nothing is assumed; a person calls, and what they hear decides. */
        CALL_FIRST,
        /** Follow-up waits; somebody finds out when the person returns. */
        PAUSE,
        /** Nothing further happens, no message is sent. */
        STOP
    }

    public static Disposition of(String code) {
        return Arrays.stream(values())
                .filter(d -> d.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("A disposition that the contract does not know"));
    }

    public String code() {
        return code;
    }

    /** Whether somebody has to find out what the person wants of the time after. */
    public boolean asksWhatIsWanted() {
        return course == Course.CALL_FIRST || course == Course.PAUSE;
    }

    public Course course() {
        return course;
    }
}
