/** Boots the service that sees a person from treatment into alumni support, and wires its settings. */
@NullMarked
package org.alongside.continuum;

import org.jspecify.annotations.NullMarked;
