/** What a sender wrote down of its own work: what it sent, and what was acknowledged. The audit compares against it. */
@NullMarked
package org.alongside.audit.ledger;

import org.jspecify.annotations.NullMarked;
