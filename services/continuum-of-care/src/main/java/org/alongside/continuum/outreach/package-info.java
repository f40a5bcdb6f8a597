/** Tasks that one named human owns: why they exist, when they are due and what became of them. */
@NullMarked
package org.alongside.continuum.outreach;

import org.jspecify.annotations.NullMarked;
