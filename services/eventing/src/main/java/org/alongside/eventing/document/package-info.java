/** One decision becomes one write of one document, which carries its events and what it still owes until they are settled. */
@NullMarked
package org.alongside.eventing.document;

import org.jspecify.annotations.NullMarked;
