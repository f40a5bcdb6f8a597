package org.alongside.continuum.journey;

/** The last number given to each kind of id; they never go back, so no id ever means two things. */
record Counters(int requests, int handoffs, int tasks, int checkIns) {

    static final Counters NONE = new Counters(0, 0, 0, 0);
}
