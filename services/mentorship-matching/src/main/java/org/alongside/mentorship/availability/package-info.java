/** When someone can meet, week by week, so that two people's hours can be compared across zones. */
@NullMarked
package org.alongside.mentorship.availability;

import org.jspecify.annotations.NullMarked;
