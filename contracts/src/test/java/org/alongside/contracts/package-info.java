/** Holds true what the services promise one another, and lets every service check what it tells against that promise. */
@NullMarked
package org.alongside.contracts;

import org.jspecify.annotations.NullMarked;
