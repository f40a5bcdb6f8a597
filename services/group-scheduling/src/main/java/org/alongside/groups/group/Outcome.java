package org.alongside.groups.group;

/** What a group says to a claim. The same claim gets the same answer again. */
public sealed interface Outcome {

    record Taken() implements Outcome {}

    /** @param position from 1 for the head of the queue */
    record Queued(int position) implements Outcome {}

    /** @param rule {@code group-full}, {@code timetable-moved} or {@code kept-apart} */
    record Refused(String rule) implements Outcome {}
}
