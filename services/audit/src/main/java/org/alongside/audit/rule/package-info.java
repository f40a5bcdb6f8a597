/** The rules of the audit: each looks at the whole world and writes down what it finds, with no code of the services. */
@NullMarked
package org.alongside.audit.rule;

import org.jspecify.annotations.NullMarked;
