/** A stand-in that can be started and ended as a process, as the real one is. */
@NullMarked
package org.alongside.standalone;

import org.jspecify.annotations.NullMarked;
