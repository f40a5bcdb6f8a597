package org.alongside.feeder.play;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.alongside.feeder.book.Book;
import org.alongside.feeder.book.Deed;
import org.alongside.feeder.http.Reply;

/** Does each thing once: what was acknowledged or refused before is left alone, what was only sent is sent again alike. */
final class Doing {

    private final Book book;
    private final Map<String, Integer> refusals = new ConcurrentSkipListMap<>();
    private final Map<String, Integer> faults = new ConcurrentSkipListMap<>();

    Doing(Book book) {
        this.book = book;
    }

    Book book() {
        return book;
    }

    /**
     * @param ask makes the request for the deed as it was first written down
     * @return the answer, or empty when it was settled before
     */
    Optional<Reply> once(Deed deed, Function<Deed, Reply> ask) {
        return once(deed, ask, reply -> said -> said);
    }

    /** @param learned what the answer adds to the deed, such as the id it was given */
    Optional<Reply> once(Deed deed, Function<Deed, Reply> ask, Function<Reply, UnaryOperator<Deed>> learned) {
        if (book.settled(deed.key())) {
            return Optional.empty();
        }
        var begun = book.begin(deed);
        var reply = ask.apply(begun);
        if (reply.done()) {
            book.acknowledged(learned.apply(reply).apply(begun));
        } else {
            book.refused(begun);
            var what = deed.kind().name().toLowerCase(java.util.Locale.ROOT) + " " + reply.rule();
            (reply.faulty() ? faults : refusals).merge(what, 1, Integer::sum);
        }
        return Optional.of(reply);
    }

    void fault(String what) {
        faults.merge(what, 1, Integer::sum);
    }

    /** Refusals that life brings, such as an answer to an offer that has expired: what and how often. */
    Map<String, Integer> refusals() {
        return new TreeMap<>(refusals);
    }

    /** What must not happen: a message or a request that was not understood. */
    Map<String, Integer> faults() {
        return new TreeMap<>(faults);
    }
}
