/** What the audit takes for granted of the services, held true. */
@NullMarked
package org.alongside.audit.rule;

import org.jspecify.annotations.NullMarked;
