/** A sample centre as a process of its own: its people, staff and EHR, who know Alongside only by its doors. */
@NullMarked
package org.alongside.feeder;

import org.jspecify.annotations.NullMarked;
