/** How a command's body, its key and its expected version are read from HTTP, and how a refusal is answered. */
@NullMarked
package org.alongside.eventing.http;

import org.jspecify.annotations.NullMarked;
