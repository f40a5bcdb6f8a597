/** The standalone as a process beside us, known by its addresses only; it may be killed at any moment. */
@NullMarked
package org.alongside.feeder.platform;

import org.jspecify.annotations.NullMarked;
