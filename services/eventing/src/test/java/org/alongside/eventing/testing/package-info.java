/** What a service tests with: fakes that keep the promises of the real ones. */
@NullMarked
package org.alongside.eventing.testing;

import org.jspecify.annotations.NullMarked;
