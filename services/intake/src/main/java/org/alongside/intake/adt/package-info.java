/** Hears the EHR: HL7 v2 ADT over MLLP and HTTP, read as each sender writes it, kept, applied and only then acknowledged. */
@NullMarked
package org.alongside.intake.adt;

import org.jspecify.annotations.NullMarked;
