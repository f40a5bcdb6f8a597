/** Made-up worlds, whole and broken, and what the audit says of them. */
@NullMarked
package org.alongside.audit;

import org.jspecify.annotations.NullMarked;
