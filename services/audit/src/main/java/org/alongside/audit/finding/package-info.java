/** What an audit says in the end: its counts, what each fault is, and what was read to find it. */
@NullMarked
package org.alongside.audit.finding;

import org.jspecify.annotations.NullMarked;
