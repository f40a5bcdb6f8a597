/** What an evaluation or a test would otherwise have to install: a document store and a Kafka broker in this process. */
@NullMarked
package org.alongside.embedded;

import org.jspecify.annotations.NullMarked;
