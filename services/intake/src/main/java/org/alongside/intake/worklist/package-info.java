/** What each admission still waits for, so that nobody is forgotten. */
@NullMarked
package org.alongside.intake.worklist;

import org.jspecify.annotations.NullMarked;
