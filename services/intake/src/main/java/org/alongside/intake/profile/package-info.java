/** What the person wants of a peer and of groups, in codes; every part may be left open. */
@NullMarked
package org.alongside.intake.profile;

import org.jspecify.annotations.NullMarked;
