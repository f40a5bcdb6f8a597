package org.alongside.intake.visit;

/** The HL7 v2 ADT triggers that are understood. The order of the constants is the order of a stay. */
public enum Trigger {
    /** Registers; what outpatient sites send instead of A01, some of them once per attended day. */
    A04,
    A01,
    A08,
    /** Discharge is planned, with or without a date. */
    A16,
    /** The plan is taken back. */
    A25,
    A03,
    /** The discharge did not happen. */
    A13,
    /** The whole visit did not happen. */
    A11;

    public boolean admits() {
        return this == A01 || this == A04;
    }

    /** Says something of a stay that began before. */
    boolean goesOn() {
        return !admits() && this != A11;
    }

    boolean places() {
        return switch (this) {
            case A01, A04, A08, A16 -> true;
            case A25, A03, A13, A11 -> false;
        };
    }
}
