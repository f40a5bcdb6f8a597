package org.alongside.audit.rule;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.alongside.audit.ledger.Entry;

/**
 * What the acknowledged messages of one visit say together ({@code domain.md}, "What a sequence means"), folded by the
 * audit on its own: by the time they were recorded, then the order of a stay.
 */
final class Visit {

    /** Where a person stands. */
    enum Standing {
        NEVER_ADMITTED,
        IN_TREATMENT,
        DISCHARGED,
        CANCELLED
    }

    private static final List<String> ORDER_OF_A_STAY =
            List.of("A05", "A04", "A01", "A08", "A16", "A25", "A03", "A13", "A11");
    private static final Comparator<Entry> BY_RECORDED = Comparator.<Entry, Instant>comparing(e -> at(e, "recorded"))
            .thenComparing(entry -> at(entry, "sent"))
            .thenComparing(entry -> ORDER_OF_A_STAY.indexOf(entry.detail("trigger")));

    private final List<Standing> steps = new ArrayList<>(List.of(Standing.NEVER_ADMITTED));
    private boolean planned;

    static Visit of(List<Entry> messages) {
        var visit = new Visit();
        messages.stream()
                .sorted(BY_RECORDED)
                .map(entry -> entry.detail("trigger"))
                .forEach(visit::take);
        return visit;
    }

    /** Whether they were written down in the order in which they were recorded. */
    static boolean arrivedInOrder(List<Entry> messages) {
        return messages.stream().sorted(BY_RECORDED).toList().equals(messages);
    }

    private static Instant at(Entry entry, String detail) {
        return entry.detail(detail).isEmpty() ? Instant.EPOCH : Instant.parse(entry.detail(detail));
    }

    private void take(String trigger) {
        switch (trigger) {
            case "A01", "A04" -> {
                if (standing() != Standing.IN_TREATMENT) {
                    planned = false;
                    steps.add(Standing.IN_TREATMENT);
                }
            }
            case "A16" -> planned = planned || standing() == Standing.IN_TREATMENT;
            case "A25" -> planned = planned && standing() != Standing.IN_TREATMENT;
            case "A03" -> {
                if (standing() == Standing.IN_TREATMENT) {
                    steps.add(Standing.DISCHARGED);
                }
            }
            case "A13" -> {
                if (standing() == Standing.DISCHARGED) {
                    steps.add(Standing.IN_TREATMENT);
                }
            }
            case "A11" -> {
                if (standing() == Standing.IN_TREATMENT || standing() == Standing.DISCHARGED) {
                    steps.add(Standing.CANCELLED);
                }
            }
            default -> {} // says who or where the person is; a feeder tells no discharge and no death by an update
        }
    }

    Standing standing() {
        return steps.getLast();
    }

    /** In treatment, and a discharge is planned. */
    boolean planned() {
        return planned && standing() == Standing.IN_TREATMENT;
    }

    /** How often it came to stand there. */
    long times(Standing standing) {
        return steps.stream().filter(standing::equals).count();
    }
}
