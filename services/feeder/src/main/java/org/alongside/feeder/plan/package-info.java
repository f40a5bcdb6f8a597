/** Everything that is going to happen, as a pure function of a seed. */
@NullMarked
package org.alongside.feeder.plan;

import org.jspecify.annotations.NullMarked;
