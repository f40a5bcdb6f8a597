/** What the centre itself brings to a decision: its calendar, its contact hours and who has which duty. */
@NullMarked
package org.alongside.continuum.centre;

import org.jspecify.annotations.NullMarked;
