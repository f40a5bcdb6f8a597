/** What an EHR does: writes ADT in its own dialect and repeats a message until it is answered. */
@NullMarked
package org.alongside.feeder.adt;

import org.jspecify.annotations.NullMarked;
