/** What has been done and what was answered, kept over every restart, so nothing acknowledged is done again. */
@NullMarked
package org.alongside.feeder.book;

import org.jspecify.annotations.NullMarked;
