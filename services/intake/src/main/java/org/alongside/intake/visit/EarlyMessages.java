package org.alongside.intake.visit;

import java.util.List;

/** What feeds have said of visits that were not yet known to be ours. */
@FunctionalInterface
public interface EarlyMessages {

    /** Of the visit that any sender gives this number; none where nothing was said. */
    List<Said> of(String patientId, String visitNumber);
}
