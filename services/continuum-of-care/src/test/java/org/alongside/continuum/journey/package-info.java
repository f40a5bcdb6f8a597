/** What one journey does, told as given facts, when something happens, then what is told and kept. */
@org.jspecify.annotations.NullMarked
package org.alongside.continuum.journey;
