/** Everything the audit looks at, read once: the records of the topics, the stored documents, and a sender's ledger. */
@NullMarked
package org.alongside.audit.world;

import org.jspecify.annotations.NullMarked;
