package org.alongside.feeder.plan;

import org.alongside.feeder.adt.Ehr;

/** How a stay ends, and how each system codes it in PV1-36. */
public enum Ending {
    PLANNED("01", "C"),
    SUDDEN("01", "C"),
    AGAINST_ADVICE("07", "AMA"),
    ADMINISTRATIVE("08", "ADM"),
    HOSPITAL("02", "HOSP"),
    JAIL("21", "JAIL"),
    DIED("20", "EXP"),
    /** It turns out that the person never came. */
    CANCELLED("", "");

    private static final String[] STEP_DOWN = {"05", "SD"};

    private final String harbour;
    private final String riverside;

    Ending(String harbour, String riverside) {
        this.harbour = harbour;
        this.riverside = riverside;
    }

    String code(Ehr ehr) {
        return ehr.equals(Ehr.HARBOUR) ? harbour : riverside;
    }

    static String stepDown(Ehr ehr) {
        return STEP_DOWN[ehr.equals(Ehr.HARBOUR) ? 0 : 1];
    }
}
