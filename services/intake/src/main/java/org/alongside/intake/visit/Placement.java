package org.alongside.intake.visit;

import org.jspecify.annotations.Nullable;

/** Where the person is treated. A missing track says nothing and keeps the one known before. */
public record Placement(String programme, @Nullable String track, LevelOfCare levelOfCare) {}
