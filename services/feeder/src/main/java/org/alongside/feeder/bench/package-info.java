/** Measures: every figure as a ratio or beside its floor from the same run, with its spread. */
@NullMarked
package org.alongside.feeder.bench;

import org.jspecify.annotations.NullMarked;
