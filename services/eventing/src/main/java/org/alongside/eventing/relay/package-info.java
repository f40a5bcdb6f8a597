/** Brings what documents hold to tell and to do out of them, in order, until it is acknowledged and settled. */
@NullMarked
package org.alongside.eventing.relay;

import org.jspecify.annotations.NullMarked;
