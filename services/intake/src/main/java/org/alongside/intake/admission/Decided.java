package org.alongside.intake.admission;

/** The next state and the event that leads to it. */
record Decided<S extends Admission, E extends AdmissionEvent>(S next, E event) {}
