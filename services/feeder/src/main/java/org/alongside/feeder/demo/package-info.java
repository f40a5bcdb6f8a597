/** The tour for somebody who has just arrived: starts everything, plays, counts, and says where to look. */
@NullMarked
package org.alongside.feeder.demo;

import org.jspecify.annotations.NullMarked;
