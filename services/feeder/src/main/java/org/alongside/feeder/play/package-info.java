/** The days of the centre, half by half: who does what, and in which order. */
@NullMarked
package org.alongside.feeder.play;

import org.jspecify.annotations.NullMarked;
