package org.alongside.intake.adt;

/** MSA-1: taken; wrong in content; of a kind that is never taken. */
enum Verdict {
    AA,
    AE,
    AR
}
