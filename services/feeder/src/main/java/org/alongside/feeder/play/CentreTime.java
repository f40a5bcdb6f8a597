package org.alongside.feeder.play;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.alongside.audit.ledger.Entry.Kind;
import org.alongside.feeder.book.Book;
import org.alongside.feeder.book.Deed;
import org.alongside.feeder.http.Doors;
import org.alongside.feeder.http.Patience;
import org.alongside.feeder.plan.Plan;

/** The centre's clock. Moved by half a day at a time, and never twice for one half-day, whatever answer got lost. */
final class CentreTime {

    private static final String FIRST = "clock:first";
    private static final String NOT_AT_REST = "not-at-rest";
    private static final Duration SLACK = Duration.ofHours(1);

    private final Doors doors;
    private final Doing doing;
    private final Book book;
    private final Patience patience;

    CentreTime(Doors doors, Doing doing, Patience patience) {
        this.doors = doors;
        this.doing = doing;
        this.book = doing.book();
        this.patience = patience;
    }

    Instant now() {
        return Instant.parse(doors.get("control", "/clock").body().path("now").asString());
    }

    /** When this feeder began, at its very first start. */
    Instant start() {
        var known = book.find(FIRST);
        if (known.isPresent()) {
            return Instant.parse(known.get().detail("now"));
        }
        var start = now().truncatedTo(ChronoUnit.SECONDS);
        book.acknowledged(clock(FIRST, start));
        return start;
    }

    /** A platform that never comes to rest after it was moved is at fault: something goes in circles there. */
    void halfADayAhead(int step, Instant from) {
        patience.until(() -> {
            doors.tryPost("control", "/clock/advance?by=" + Plan.STEP)
                    .filter(reply -> reply.rule().equals(NOT_AT_REST))
                    .ifPresent(reply -> doing.fault("clock " + NOT_AT_REST));
            var now = now();
            if (now.isBefore(from.plus(Plan.STEP).minus(SLACK))) {
                throw new java.io.IOException("The clock stands");
            }
            book.acknowledged(clock("clock:" + step, now));
            return now;
        });
    }

    private static Deed clock(String key, Instant now) {
        return new Deed(Kind.CLOCK, key, null, null, Map.of("now", now.toString()));
    }
}
