package org.alongside.continuum.journey;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Comparator;
import org.alongside.eventing.web.Refused;

/** Where a task stands on a list that begins with the most urgent one; still a place there after the task has gone. */
record Urgency(Instant due, String taskId) implements Comparable<Urgency> {

    private static final Comparator<Urgency> ORDER =
            Comparator.comparing(Urgency::due).thenComparing(Urgency::taskId);

    static Urgency of(TaskView task) {
        return new Urgency(task.due(), task.taskId());
    }

    /** @throws Refused when this was never the end of a page */
    static Urgency parse(String cursor) {
        var parts = cursor.split("~", 2);
        try {
            return new Urgency(Instant.parse(parts[0]), parts[1]);
        } catch (DateTimeException | ArrayIndexOutOfBoundsException e) {
            throw Refused.invalid("unknown-cursor", "after", "Pass what the page before named as next.");
        }
    }

    @Override
    public int compareTo(Urgency other) {
        return ORDER.compare(this, other);
    }

    /** As it is passed for the next page; nothing in it has to be escaped in a URL. */
    @Override
    public String toString() {
        return due + "~" + taskId;
    }
}
