/** Says who fits whom: hard rules that refuse, soft rules that weigh, each by name. */
@NullMarked
package org.alongside.mentorship.ranking;

import org.jspecify.annotations.NullMarked;
