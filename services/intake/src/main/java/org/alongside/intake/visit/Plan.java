package org.alongside.intake.visit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A planned discharge; the day may not be known yet. */
public record Plan(@Nullable Instant plannedFor) {}
