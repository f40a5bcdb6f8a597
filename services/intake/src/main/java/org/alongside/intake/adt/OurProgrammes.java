package org.alongside.intake.adt;

import org.alongside.intake.visit.Identity;

/** Which messages are about a visit in one of our programmes. Of the others nothing is kept. */
final class OurProgrammes {

    private final Known known;

    OurProgrammes(Known known) {
        this.known = known;
    }

    /** Who and what is known here. */
    interface Known {

        boolean person(Identity who);

        boolean visit(Identity who, String sender, String visitNumber);
    }

    enum Concern {
        OURS,
        /** News of a visit of ours, from a place that is none of ours: of where and of codes it says nothing here. */
        OURS_ELSEWHERE,
        /** News of somebody of ours: it counts for the person now, and for the visit if it turns out to be ours. */
        PERSON_ALONE,
        /** Ours, if it turns out that the visit is. */
        PERHAPS_OURS,
        NOT_OURS
    }

    /**
     * A message may leave the fields of the filter empty, as cancellations and updates of a person often do. News of a
     * person is ours if the person is, and news of a visit if the visit is, wherever it was sent from. An admission has to
     * say where.
     */
    Concern concern(Er7Message message, Sender sender, String senderName) {
        FieldPath silent = null;
        for (var filter : sender.ours()) {
            var value = message.value(filter.field());
            if (value == null) {
                silent = filter.field();
            } else if (!filter.codes().contains(value)) {
                return elsewhere(message, sender, senderName);
            }
        }
        if (silent == null) {
            return Concern.OURS;
        }
        var who = RecordNumbers.of(message, sender, senderName);
        var visit = message.value(sender.visitNumber());
        boolean person = known.person(who);
        if (ReadingVisits.admits(message) && !person) {
            throw Rule.REQUIRED.at(silent);
        }
        if (person && (visit == null || ReadingVisits.admits(message) || known.visit(who, senderName, visit))) {
            return Concern.OURS;
        }
        if (visit != null && ReadingVisits.follows(message)) {
            return Concern.PERHAPS_OURS;
        }
        return person ? Concern.PERSON_ALONE : Concern.NOT_OURS;
    }

    private Concern elsewhere(Er7Message message, Sender sender, String senderName) {
        if (!ReadingVisits.goesOn(message)) {
            return Concern.NOT_OURS;
        }
        try {
            var visit = message.value(sender.visitNumber());
            return visit != null && known.visit(RecordNumbers.of(message, sender, senderName), senderName, visit)
                    ? Concern.OURS_ELSEWHERE
                    : Concern.NOT_OURS;
        } catch (NotTaken unreadable) { // another clinic may number its people as it likes
            return Concern.NOT_OURS;
        }
    }

    boolean knows(Er7Message message, Sender sender, String senderName) {
        return known.person(RecordNumbers.of(message, sender, senderName));
    }
}
