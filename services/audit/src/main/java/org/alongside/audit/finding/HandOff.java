package org.alongside.audit.finding;

/**
 * A hand-off for which a compatible alumni seat was free.
 *
 * @param patient the opaque id
 * @param secured all four lines were secured and no task was needed for it
 * @param missing why not, in words; empty when secured
 */
public record HandOff(String patient, String handoff, boolean secured, String missing) {}
