package org.alongside.eventing.lane;

/** So many lanes were parked that the fault is ours and not a record's. The record is left where it is. */
final class TooManyParked extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TooManyParked(int limit) {
        super("More than " + limit + " lanes were parked by this instance", null, false, false);
    }

    static boolean causes(Throwable failure) {
        return failure instanceof TooManyParked || (failure.getCause() != null && causes(failure.getCause()));
    }
}
