package org.alongside.continuum.centre;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who can own a task.
 *
 * @param staffId opaque; the only one of these that is ever told in an event
 * @param backup the staffId of whoever a task goes to when nobody takes it; null means the next one with the same duty
 */
public record StaffMember(
        String staffId,
        String name,
        Set<Duty> duties,
        @Nullable String backup) {}
