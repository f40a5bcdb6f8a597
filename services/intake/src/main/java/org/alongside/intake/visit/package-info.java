/** What the EHR numbers: a visit keeps what every message said of it, and its state is what they say together. */
@NullMarked
package org.alongside.intake.visit;

import org.jspecify.annotations.NullMarked;
