/** A recurring group and its places: the one document that says whether there is room. */
@NullMarked
package org.alongside.groups.group;

import org.jspecify.annotations.NullMarked;
