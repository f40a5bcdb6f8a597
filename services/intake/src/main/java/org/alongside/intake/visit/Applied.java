package org.alongside.intake.visit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a message.
 *
 * @param admissionId the admission its visit belongs to; none while the visit was never admitted
 * @param early it was kept and waits for the message that makes it mean something (a discharge before the admission)
 * @param notes codes of what staff should look at, such as {@code cancelled-discharge-without-discharge}
 */
public record Applied(String patientId, @Nullable String admissionId, boolean early, List<String> notes) {}
