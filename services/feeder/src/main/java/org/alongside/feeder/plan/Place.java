package org.alongside.feeder.plan;

import org.alongside.feeder.adt.Ehr;

/** Where somebody is treated, as each system writes it: service (PV1-10) and unit (PV1-3). */
enum Place {
    DAY_FIVE("BHP", "DAY5", "RVP", "R-DAY"),
    MORNING_THREE("BHI", "AM3", "RVI", "R-AM"),
    EVENING_THREE("BHI", "PM3", "RVI", "R-PM"),
    /** A ward of somebody else; the centre's filter leaves it out. */
    ELSEWHERE("MED", "WARD4", "SUR", "R-OR");

    private final String harbourService;
    private final String harbourUnit;
    private final String riversideService;
    private final String riversideUnit;

    Place(String harbourService, String harbourUnit, String riversideService, String riversideUnit) {
        this.harbourService = harbourService;
        this.harbourUnit = harbourUnit;
        this.riversideService = riversideService;
        this.riversideUnit = riversideUnit;
    }

    String service(Ehr ehr) {
        return ehr.equals(Ehr.HARBOUR) ? harbourService : riversideService;
    }

    String unit(Ehr ehr) {
        return ehr.equals(Ehr.HARBOUR) ? harbourUnit : riversideUnit;
    }
}
