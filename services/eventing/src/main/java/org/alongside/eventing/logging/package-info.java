/** Keeps out of the log what passes through the libraries we use. */
@NullMarked
package org.alongside.eventing.logging;

import org.jspecify.annotations.NullMarked;
