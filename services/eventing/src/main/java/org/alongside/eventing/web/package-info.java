/** How a refusal, a command's key and an expected version are said in HTTP. */
@NullMarked
package org.alongside.eventing.web;

import org.jspecify.annotations.NullMarked;
