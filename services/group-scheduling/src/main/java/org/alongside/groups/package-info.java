/** Who sits where and when: seats people in peer groups, keeps the waits and takes the attendance. */
@NullMarked
package org.alongside.groups;

import org.jspecify.annotations.NullMarked;
