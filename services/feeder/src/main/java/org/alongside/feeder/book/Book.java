package org.alongside.feeder.book;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.alongside.audit.ledger.Entry;
import org.alongside.audit.ledger.Entry.State;
import org.alongside.audit.ledger.Ledger;
import org.alongside.audit.ledger.LedgerWriter;
import org.jspecify.annotations.Nullable;

/** The ledger of this feeder, read at the start and appended to since. */
public final class Book implements AutoCloseable {

    private final LedgerWriter writer;
    private final Clock clock;
    private final Map<String, Entry> latest = new ConcurrentHashMap<>();

    private Book(LedgerWriter writer, Clock clock) {
        this.writer = writer;
        this.clock = clock;
    }

    /** @param clock real time, for the lines alone */
    public static Book open(Path file, Clock clock) {
        var writer = LedgerWriter.open(file);
        var book = new Book(writer, clock);
        if (Files.exists(file)) {
            Ledger.read(file).outcomes().forEach(entry -> book.latest.put(entry.key(), entry));
        }
        return book;
    }

    /** Acknowledged or refused: it is not to be done again. */
    public boolean settled(String key) {
        var entry = latest.get(key);
        return entry != null && entry.state() != State.SENT;
    }

    public Optional<Entry> find(String key) {
        return Optional.ofNullable(latest.get(key));
    }

    /** What was done of this kind, by this feeder or by the one before it. */
    public Stream<Entry> acknowledged(Entry.Kind kind) {
        return List.copyOf(latest.values()).stream().filter(entry -> entry.kind() == kind && entry.acknowledged());
    }

    /** What was said when it was first tried, so that it is tried again in the same words. */
    public Deed begin(Deed deed) {
        var before = latest.get(deed.key());
        if (before != null) {
            return new Deed(deed.kind(), deed.key(), deed.patient(), before.reference(), before.detail());
        }
        write(entry(deed, State.SENT));
        return deed;
    }

    /** On the disk when it returns. */
    public void acknowledged(Deed deed) {
        write(entry(deed, State.ACKNOWLEDGED));
    }

    public void refused(Deed deed) {
        write(entry(deed, State.REFUSED));
    }

    /** Adds whose it was, which the answer to a message does not say. */
    public void concerns(String key, String patient) {
        var entry = latest.get(key);
        if (entry != null && entry.patient() == null) {
            write(new Entry(
                    clock.instant(), entry.kind(), key, entry.state(), patient, entry.reference(), entry.detail()));
        }
    }

    private Entry entry(Deed deed, State state) {
        var before = latest.get(deed.key());
        return new Entry(
                clock.instant(),
                deed.kind(),
                deed.key(),
                state,
                first(deed.patient(), before == null ? null : before.patient()),
                first(deed.reference(), before == null ? null : before.reference()),
                deed.detail());
    }

    private static @Nullable String first(@Nullable String one, @Nullable String other) {
        return one == null ? other : one;
    }

    private void write(Entry entry) {
        writer.append(entry);
        latest.put(entry.key(), entry);
    }

    @Override
    public void close() {
        writer.close();
    }
}
