/** The sample centre: its mentors, its groups and their week. */
@NullMarked
package org.alongside.feeder.centre;

import org.jspecify.annotations.NullMarked;
