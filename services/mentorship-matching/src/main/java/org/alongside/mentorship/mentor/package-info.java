/** Mentors and coaches: who they are to matching, whether they may serve, and the places they have. */
@NullMarked
package org.alongside.mentorship.mentor;

import org.jspecify.annotations.NullMarked;
