/** Hears what other services tell of one lane, in order, each record once. */
@NullMarked
package org.alongside.eventing.lane;

import org.jspecify.annotations.NullMarked;
