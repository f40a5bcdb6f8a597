package org.alongside.eventing.lane;

/** So much was parked that the fault is ours and not a record's. The record is left where it is. */
final class TooManyParked extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private TooManyParked(String message) {
        super(message, null, false, false);
    }

    static TooManyParked lanes(int limit) {
        return new TooManyParked("More than " + limit + " lanes were parked by this instance");
    }

    static TooManyParked records() {
        return new TooManyParked("More records wait in one lane than its document can hold");
    }

    static boolean causes(Throwable failure) {
        return failure instanceof TooManyParked || (failure.getCause() != null && causes(failure.getCause()));
    }
}
