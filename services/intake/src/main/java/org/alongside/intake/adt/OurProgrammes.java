package org.alongside.intake.adt;

import java.util.function.Predicate;
import org.alongside.intake.visit.Identity;

/** Which messages are about a visit in one of our programmes. Of the others nothing is kept. */
final class OurProgrammes {

    private final Predicate<Identity> known;

    /** @param known whether a person is known here */
    OurProgrammes(Predicate<Identity> known) {
        this.known = known;
    }

    /**
     * A message that leaves the fields of the filter empty, as cancellations and updates of a person often do, is ours
     * if the person is. An admission has to say where.
     */
    boolean concerns(Er7Message message, Sender sender, String senderName) {
        FieldPath silent = null;
        for (var filter : sender.ours()) {
            var value = message.value(filter.field());
            if (value == null) {
                silent = filter.field();
            } else if (!filter.codes().contains(value)) {
                return false;
            }
        }
        if (silent == null || known.test(RecordNumbers.of(message, sender, senderName))) {
            return true;
        }
        if (ReadingVisits.admits(message)) {
            throw Rule.REQUIRED.at(silent);
        }
        return false;
    }
}
