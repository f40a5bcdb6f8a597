/** What is refused, by which rule and with which status; everything that decides may say so. */
@NullMarked
package org.alongside.eventing.web;

import org.jspecify.annotations.NullMarked;
