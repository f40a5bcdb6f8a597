/** An admission is one episode of care: the visits of one person in one programme with short gaps between them. */
@NullMarked
package org.alongside.intake.admission;

import org.jspecify.annotations.NullMarked;
