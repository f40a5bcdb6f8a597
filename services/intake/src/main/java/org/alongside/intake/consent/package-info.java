/** What may be shared with whom, for how long, and what may not be shared any more. */
@NullMarked
package org.alongside.intake.consent;

import org.jspecify.annotations.NullMarked;
