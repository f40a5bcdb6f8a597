/** Weekly hours in local time and the sessions that follow from them, right across daylight saving. */
@NullMarked
package org.alongside.groups.timetable;

import org.jspecify.annotations.NullMarked;
