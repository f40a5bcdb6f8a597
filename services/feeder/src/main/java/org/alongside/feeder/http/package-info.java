/** Staff and people at the HTTP doors: asked again while nobody answers, never changed by being asked again. */
@NullMarked
package org.alongside.feeder.http;

import org.jspecify.annotations.NullMarked;
