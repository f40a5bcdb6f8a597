package org.alongside.continuum.handoff;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Why a line that was asked for is not there yet.
 *
 * @param code {@code waitlisted}, {@code no-mentor-free}, or {@code offer-open} while both still have to accept
 * @param excluded which rules excluded how many
 */
public record Obstacle(String code, @Nullable Integer position, Map<String, Integer> excluded) {}
