/** Everything in one JVM, to try it, to show it and to test it: the services as siblings, a broker and a store beside them. */
@NullMarked
package org.alongside.standalone;

import org.jspecify.annotations.NullMarked;
