/** One document per person that follows them from admission through the hand-off into alumni support. */
@NullMarked
package org.alongside.continuum.journey;

import org.jspecify.annotations.NullMarked;
