/** Who is enrolled in one of the centre's programmes, at which level of care, with which consent. */
@NullMarked
package org.alongside.intake;

import org.jspecify.annotations.NullMarked;
