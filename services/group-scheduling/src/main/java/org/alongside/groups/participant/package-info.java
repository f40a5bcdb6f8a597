/** What one person holds, waits for and is owed, decided in one document so that no two seats clash. */
@NullMarked
package org.alongside.groups.participant;

import org.jspecify.annotations.NullMarked;
