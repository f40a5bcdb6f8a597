/** What matching knows of a person, as intake told it; nothing here identifies anyone. */
@NullMarked
package org.alongside.mentorship.person;

import org.jspecify.annotations.NullMarked;
