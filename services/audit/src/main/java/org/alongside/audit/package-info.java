/** Reads topics, stores and a sender's ledger on its own, and counts what must be zero. */
@NullMarked
package org.alongside.audit;

import org.jspecify.annotations.NullMarked;
