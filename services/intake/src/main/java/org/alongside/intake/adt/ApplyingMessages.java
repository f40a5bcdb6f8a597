package org.alongside.intake.adt;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.alongside.eventing.document.DueWork;
import org.alongside.eventing.document.Kept;
import org.alongside.eventing.web.Refused;
import org.alongside.intake.adt.ReceivedMessage.Unapplied;
import org.alongside.intake.adt.UnplacedMessages.Unplaced;
import org.alongside.intake.visit.Applied;
import org.alongside.intake.visit.VisitMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Applies what was kept: at once, and what a failure left behind when it is looked at next. */
final class ApplyingMessages implements DueWork {

    private static final Logger log = LoggerFactory.getLogger(ApplyingMessages.class);

    private final ReceivedMessages messages;
    private final UnplacedMessages unplaced;
    private final Function<VisitMessage, Applied> visits;

    /** @param visits durable when it returns; a message that was applied before changes nothing */
    ApplyingMessages(ReceivedMessages messages, UnplacedMessages unplaced, Function<VisitMessage, Applied> visits) {
        this.messages = messages;
        this.unplaced = unplaced;
        this.visits = visits;
    }

    /** Doing it again is harmless: the person's document knows the message. */
    Applied apply(String key, VisitMessage says) {
        try {
            var how = placing(says, visits.apply(says));
            messages.applied(key, says, how);
            return how;
        } catch (Refused no) {
            var why = notTaken(no);
            if (!why.rule().passing()) {
                messages.refused(key, why);
            }
            throw why;
        }
    }

    /** What was said of a visit before it was known to be ours counts from now on. */
    private Applied placing(VisitMessage says, Applied how) {
        var early = says.visitNumber() == null ? Optional.<Kept<Unplaced>>empty() : unplaced.of(says);
        if (early.isEmpty()) {
            return how;
        }
        var all = how;
        for (var said : Objects.requireNonNull(early.get().state()).said()) {
            all = applied(says.also(said), all);
        }
        unplaced.forget(early.get());
        return all;
    }

    /** What can never be applied does not keep the admission from being taken. */
    private Applied applied(VisitMessage early, Applied before) {
        try {
            return visits.apply(early);
        } catch (Refused no) {
            if (no.status().is5xxServerError()) {
                throw no;
            }
            log.info("A message from before its admission was not taken: {}", no.rule());
            return before;
        }
    }

    /** What only the clinic's rules know is said of the message as a whole. */
    private static NotTaken notTaken(Refused no) {
        var at = Optional.ofNullable(no.field()).flatMap(FieldPath::maybe).orElseGet(() -> FieldPath.of("MSH-9"));
        var rule = no.status().is5xxServerError() ? Rule.NOT_YET_APPLIED : Rule.DOES_NOT_FIT;
        return new NotTaken(rule, no.rule(), List.of(at));
    }

    @Override
    public String collection() {
        return ReceivedMessages.COLLECTION;
    }

    @Override
    public void due(String id) {
        messages.find(id).ifPresent(kept -> {
            if (kept.state() instanceof Unapplied unapplied) {
                apply(id, unapplied.says());
            } else {
                messages.forget(kept);
            }
        });
    }
}
