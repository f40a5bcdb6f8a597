/** The hand-off from treatment to alumni support as types: its four lines, their deadlines and what a disposition leads to. */
@NullMarked
package org.alongside.continuum.handoff;

import org.jspecify.annotations.NullMarked;
