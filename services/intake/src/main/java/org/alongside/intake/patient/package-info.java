/** One person, one document: visits, admissions, consents and profile are decided together and told in one order. */
@NullMarked
package org.alongside.intake.patient;

import org.jspecify.annotations.NullMarked;
