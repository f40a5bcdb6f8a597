package org.alongside.continuum.journey;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened, as compact as can be told later.
 *
 * @param what a code that {@link Words} puts into a sentence
 * @param ref an opaque id or code it is about
 */
record Moment(Instant at, String what, @Nullable String ref) {}
