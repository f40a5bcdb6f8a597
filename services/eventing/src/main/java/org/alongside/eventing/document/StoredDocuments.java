package org.alongside.eventing.document;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Spliterators;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.alongside.eventing.web.Refused;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** {@link Documents} on a {@link DocumentStore}. */
final class StoredDocuments<S> implements Documents<S> {

    static final Duration ANSWERS_KEPT = Duration.ofHours(24);
    private static final int TRIES = 500;
    private static final int PAGE = 200;

    private final Kind<S> kind;
    private final DocumentSpace space;
    private final DocumentStore store;
    private final Clock clock;
    private final Map<String, Kept<S>> remembered = new ConcurrentHashMap<>();
    private final Map<String, Document> lastWritten = Collections.synchronizedMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Document> eldest) {
            return size() > space.atHand();
        }
    });
    private final UnderWay[] underWay =
            Stream.generate(UnderWay::new).limit(256).toArray(UnderWay[]::new);

    StoredDocuments(Kind<S> kind, DocumentSpace space) {
        this.kind = kind;
        this.space = space;
        this.store = space.store();
        this.clock = space.clock();
    }

    @Override
    public Optional<Kept<S>> find(String id) {
        return Optional.ofNullable(store.find(kind.collection(), id)).map(document -> kept(id, document));
    }

    @Override
    public <A> @Nullable A change(String id, Cause cause, Class<A> answer, Decider<S, A> decider) {
        var last = lastWritten.remove(id);
        for (int tried = 0; tried < TRIES; tried++) {
            boolean read = tried > 0 || last == null;
            var before = read ? store.find(kind.collection(), id) : last;
            if (cause instanceof Cause.Receipt receipt && applied(before, receipt)) {
                return null;
            }
            if (cause instanceof Cause.Command command && command.key() != null) {
                var known = section(before, "commands").get(command.key(), Document.class);
                if (known != null) {
                    return answered(known, command, answer);
                }
            }
            var current = kept(id, before);
            var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            Decision<S, A> decision;
            try {
                refuseUnfit(current, cause);
                decision = decider.decide(current, now);
            } catch (RuntimeException e) {
                if (read) {
                    throw e;
                }
                continue; // no write tells whether it is still so
            }
            if (decision.changesNothing() && cause instanceof Cause.Own) {
                if (read) {
                    return decision.answer();
                }
                continue;
            }
            if (written(id, writing(id, before, cause, decision, now), current, decision)) {
                return decision.answer();
            }
        }
        throw new IllegalStateException(
                "A document of " + kind.collection() + " changed " + TRIES + " times while it was decided about");
    }

    private boolean written(String id, Writing writing, Kept<S> current, Decision<S, ?> decision) {
        var others = underWay[Math.floorMod(id.hashCode(), underWay.length)];
        long number = others.begin();
        try {
            if (!writing.write(store, kind.collection())) {
                return false;
            }
            if (!decision.told().isEmpty() || !decision.owes().isEmpty()) {
                space.cutPoints().reached(CutPoint.AFTER_WRITE);
                others.whileNobodyBegins(
                        number,
                        alone -> space.signal()
                                .pending(
                                        kind.collection(), id, alone && handsOver(writing) ? writing.written() : null));
            }
        } finally {
            others.end();
        }
        if (decision.told().isEmpty() && kind.neverDeleted() && handsOver(writing)) {
            lastWritten.put(id, writing.written());
        }
        if (kind.remembered() && space.atHand() > 0) {
            var state = decision.state() == null ? current.state() : decision.state();
            remembered.put(id, kept(id, writing.written(), state));
        }
        return true;
    }

    private boolean handsOver(Writing writing) {
        return space.atHand() > 0 && writing.knowsOutbox();
    }

    /**
     * The writes of a few documents together. One that was alone from its beginning until it is signalled leaves what the
     * relay finds; of any other the relay may have been told already.
     */
    private static final class UnderWay {

        private static final long NOT_ALONE = -1;
        private int writes;
        private long begun;

        synchronized long begin() {
            begun++;
            writes++;
            return writes == 1 ? begun : NOT_ALONE;
        }

        synchronized void whileNobodyBegins(long number, Consumer<Boolean> signal) {
            signal.accept(begun == number);
        }

        synchronized void end() {
            writes--;
        }
    }

    private void refuseUnfit(Kept<S> current, Cause cause) {
        if (current.frozen() && !cause.evenIfFrozen()) {
            throw Refused.conflict(
                    "lane-parked",
                    "A record about this one could not be applied and waits for staff; until then it is frozen.");
        }
        if (cause instanceof Cause.Command command
                && command.expectedVersion() != null
                && command.expectedVersion() != current.version()) {
            throw new Refused(
                    HttpStatus.PRECONDITION_FAILED,
                    "version-passed",
                    "If-Match",
                    "It was changed since it was read; read it again and decide again.");
        }
    }

    private Writing writing(String id, @Nullable Document before, Cause cause, Decision<S, ?> decision, Instant now) {
        var writing = new Writing(id, before, space.sequenceBase());
        var state = decision.state();
        if (state != null) {
            writing.set("state", space.converter().toStored(state));
            kind.dueAt()
                    .apply(state)
                    .ifPresentOrElse(due -> writing.set("dueAt", Date.from(due)), () -> writing.remove("dueAt"));
        }
        decision.settles().stream()
                .filter(entry -> !decision.owes().containsKey(entry))
                .forEach(entry -> {
                    writing.remove("owed." + entry);
                });
        decision.owes().forEach((entry, owed) -> writing.set("owed." + entry, traced(owed.stored())));
        tell(writing, id, before, cause, decision.told(), now);
        if (!decision.told().isEmpty() || !decision.owes().isEmpty()) {
            writing.pendingSince(Instant.now());
        }
        switch (cause) {
            case Cause.Receipt receipt -> writing.set("receipts." + receipt.source(), receipt.sequence());
            case Cause.Command command -> {
                if (command.key() != null) {
                    keepAnswer(writing, before, command, decision.answer());
                }
            }
            case Cause.Own own -> {}
        }
        return writing;
    }

    private void tell(
            Writing writing, String id, @Nullable Document before, Cause cause, List<Told> told, Instant now) {
        if (told.isEmpty()) {
            return;
        }
        if (!(cause instanceof Cause.Receipt) && section(before, "outbox").size() + told.size() > space.outboxCap()) {
            throw Writing.outboxFull(space.outboxCap());
        }
        for (var event : told) {
            var data = space.json().writeValueAsString(event.data());
            if (data.getBytes(StandardCharsets.UTF_8).length > space.largestEvent()) {
                throw new Refused(
                        HttpStatus.CONTENT_TOO_LARGE,
                        "event-too-large",
                        null,
                        "The event " + event.type() + " would be larger than the broker takes.");
            }
            var entry = new Document("id", space.nextEventId())
                    .append("type", event.type())
                    .append("dataschema", event.version())
                    .append("time", now.toString())
                    .append("subject", kind.subject() + "/" + id)
                    .append("data", data);
            writing.tell(traced(entry));
        }
    }

    /** So that what follows later, by the relay, belongs to the same trace. */
    private Document traced(Document entry) {
        var traceparent = space.traceparent();
        return traceparent == null ? entry : entry.append("traceparent", traceparent);
    }

    private void keepAnswer(
            Writing writing, @Nullable Document before, Cause.Command command, @Nullable Object answer) {
        var real = Instant.now();
        section(before, "commands").forEach((key, value) -> {
            if (((Document) value).getDate("at").toInstant().isBefore(real.minus(ANSWERS_KEPT))) {
                writing.remove("commands." + key);
            }
        });
        var entry = new Document("fingerprint", command.fingerprint()).append("at", Date.from(real));
        if (answer != null) {
            entry.append("answer", space.json().writeValueAsString(answer));
        }
        writing.set("commands." + command.key(), entry);
    }

    private <A> @Nullable A answered(Document known, Cause.Command command, Class<A> answer) {
        if (!command.fingerprint().equals(known.getString("fingerprint"))) {
            throw Refused.invalid(
                    "idempotency-key-reused",
                    "Idempotency-Key",
                    "This key was used for a different request within the last 24 hours.");
        }
        var json = known.getString("answer");
        return json == null ? null : space.json().readValue(json, answer);
    }

    private static boolean applied(@Nullable Document before, Cause.Receipt receipt) {
        var highest = (Number) section(before, "receipts").get(receipt.source());
        return highest != null && receipt.sequence() <= highest.longValue();
    }

    private static Document section(@Nullable Document document, String name) {
        return document == null ? new Document() : document.get(name, new Document());
    }

    private Kept<S> kept(String id, @Nullable Document document) {
        if (document == null) {
            return new Kept<>(id, 0, null, Map.of(), false);
        }
        var state = document.get("state", Document.class);
        return kept(id, document, state == null ? null : space.converter().fromStored(state, kind.state()));
    }

    private static <S> Kept<S> kept(String id, Document document, @Nullable S state) {
        var owed = new LinkedHashMap<String, Owed>();
        section(document, "owed").forEach((entry, value) -> owed.put(entry, Owed.of((Document) value)));
        return new Kept<>(
                id,
                document.getLong("version"),
                state,
                owed,
                !section(document, "frozen").isEmpty());
    }

    @Override
    public Stream<Kept<S>> all(Document filter) {
        var pages = new Spliterators.AbstractSpliterator<Kept<S>>(Long.MAX_VALUE, 0) {
            private List<Kept<S>> page = List.of();
            private int next;
            private String last = "";
            private boolean ended;

            @Override
            public boolean tryAdvance(Consumer<? super Kept<S>> action) {
                if (next == page.size()) {
                    if (ended) {
                        return false;
                    }
                    page = page(filter, last, PAGE);
                    ended = page.size() < PAGE;
                    next = 0;
                    if (page.isEmpty()) {
                        return false;
                    }
                    last = page.getLast().id();
                }
                action.accept(page.get(next++));
                return true;
            }
        };
        return StreamSupport.stream(pages, false);
    }

    @Override
    public List<Kept<S>> page(Document filter, String after, int limit) {
        var from = new Document(filter).append("_id", new Document("$gt", after));
        if (kind.remembered()) {
            return store.versions(kind.collection(), from, limit).entrySet().stream()
                    .map(entry -> remembered(entry.getKey(), entry.getValue()))
                    .flatMap(Optional::stream)
                    .toList();
        }
        return store.find(kind.collection(), from, new Document("_id", 1), limit).stream()
                .map(document -> kept(document.getString("_id"), document))
                .toList();
    }

    /** By id and version, because every write that changes what {@link Kept} says raises the version. */
    private Optional<Kept<S>> remembered(String id, long version) {
        var known = remembered.get(id);
        if (known != null && known.version() == version) {
            return Optional.of(known);
        }
        var now = find(id);
        now.ifPresent(kept -> remembered.put(id, kept));
        return now;
    }

    @Override
    public List<String> due(Instant now, int limit) {
        return space.due(kind.collection(), now, limit);
    }
}
