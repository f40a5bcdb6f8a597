/** How the feed is shown to be heard. */
@NullMarked
package org.alongside.intake.adt;

import org.jspecify.annotations.NullMarked;
