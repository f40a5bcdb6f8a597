/** Puts eventing into a Spring Boot service: documents, relay, lanes, sweeps, problem details and metrics. */
@NullMarked
package org.alongside.eventing.autoconfigure;

import org.jspecify.annotations.NullMarked;
