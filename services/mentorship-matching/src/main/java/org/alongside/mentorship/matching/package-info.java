/** One person's way to a mentor: search, offer, match, continuity after discharge. */
@NullMarked
package org.alongside.mentorship.matching;

import org.jspecify.annotations.NullMarked;
