/** What happens at one session: its roster, who came, and that it fell out. */
@NullMarked
package org.alongside.groups.session;

import org.jspecify.annotations.NullMarked;
