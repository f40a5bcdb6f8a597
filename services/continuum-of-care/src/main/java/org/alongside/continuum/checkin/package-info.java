/** The check-ins after a discharge: when they are due and what became of each. */
@NullMarked
package org.alongside.continuum.checkin;

import org.jspecify.annotations.NullMarked;
