/** Decides which peer walks with whom, and why. */
@NullMarked
package org.alongside.mentorship;

import org.jspecify.annotations.NullMarked;
