package org.alongside.audit;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import org.alongside.audit.finding.Book;
import org.alongside.audit.finding.Findings;
import org.alongside.audit.ledger.Ledger;
import org.alongside.audit.rule.Rule;
import org.alongside.audit.world.Stores;
import org.alongside.audit.world.Topics;
import org.alongside.audit.world.World;
import org.jspecify.annotations.Nullable;

/**
 * Reads a world and counts what must be zero. It shares no code with the services, joins no consumer group and writes
 * nothing, so it may run beside them at any time.
 *
 * <p>Stores and topics cannot be read at one instant: the documents are read between two looks at the ends of the topics.
 * While records arrive, documents still have something to tell or to do, or a count is not zero, it reads again, for as long
 * as it has patience: work under way goes away by itself, a fault stays. After that it says what it has, and what has been
 * waiting all that time is lost.
 */
public final class Audit {

    private static final Duration BETWEEN_READINGS = Duration.ofMillis(500);

    private final AuditSettings settings;

    /** Without schemas, and with the usual patience. */
    public Audit(String kafka, String mongo, Path ledger) {
        this(AuditSettings.of(kafka, mongo, ledger, null));
    }

    public Audit(AuditSettings settings) {
        this.settings = settings;
    }

    /** Prints the findings; the exit code is 0 when every count is zero, 1 when not, 2 when it was called wrongly. */
    public static void main(String[] args) {
        if (System.getProperty("logback.configurationFile") == null) {
            System.setProperty("logback.configurationFile", "org/alongside/audit/logback.xml");
        }
        System.exit(run(args, System.out, System.err));
    }

    static int run(String[] args, PrintStream out, PrintStream errors) {
        AuditSettings settings;
        try {
            settings = AuditSettings.of(List.of(args));
        } catch (IllegalArgumentException e) {
            errors.println(e.getMessage());
            errors.println(AuditSettings.USAGE);
            return 2;
        }
        try {
            var findings = new Audit(settings).run();
            out.print(findings.text());
            if (settings.json() != null) {
                Files.writeString(settings.json(), findings.json());
            }
            return findings.allZero() ? 0 : 1;
        } catch (IOException | RuntimeException e) {
            errors.println("The audit could not be made: " + e.getMessage());
            return 1;
        }
    }

    /**
     * @throws NothingToAudit when topics or stores are empty and the settings do not allow it
     * @throws BeginningForgotten when the topics no longer hold everything that was told of anybody
     */
    public Findings run() {
        long began = System.nanoTime();
        var left = new WorkLeft();
        try (var topics = new Topics(settings.kafka());
                var stores = new Stores(settings.mongo())) {
            while (true) {
                boolean last = System.nanoTime() - began >= settings.patience().toNanos();
                var reading = read(topics, stores, left, last);
                if (reading.quiet() && reading.findings().allZero() || last) {
                    return reading.findings();
                }
                pause();
            }
        }
    }

    private record Reading(Findings findings, boolean quiet) {}

    private Reading read(Topics topics, Stores stores, WorkLeft left, boolean last) {
        var book = new Book();
        var before = topics.ends();
        var documents = stores.read();
        var ends = topics.ends();
        var contents = topics.read(ends);
        boolean quiet =
                before.equals(ends) && documents.stream().noneMatch(document -> document.hasLane() && document.waits());
        book.note("readings while not quiet", quiet ? 0 : 1);
        left.seen(documents);
        if (last) {
            left.judge(book);
        }
        var world = new World(
                contents.facts(), documents, ledger(settings.ledger()), contents.unreadable(), contents.shortened());
        return new Reading(judge(world, settings.contracts(), settings.emptyOk(), book), quiet);
    }

    private static Ledger ledger(@Nullable Path file) {
        return file == null ? Ledger.EMPTY : Ledger.read(file);
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_READINGS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The audit was interrupted", e);
        }
    }

    /** Judges a world that was read before, or made up. */
    public static Findings judge(World world, @Nullable Path contracts) {
        return judge(world, contracts, true, new Book());
    }

    private static Findings judge(World world, @Nullable Path contracts, boolean emptyOk, Book book) {
        if (world.nothing() && !emptyOk) {
            throw new NothingToAudit();
        }
        read(world, book);
        people(world, book);
        Rule.all(contracts).forEach(rule -> rule.look(world, book));
        return book.close();
    }

    private static void read(World world, Book book) {
        var amounts = new TreeMap<String, Long>();
        World.SERVICES.forEach(service -> amounts.put("records of alongside." + service, 0L));
        world.facts().forEach(fact -> amounts.merge("records of alongside." + fact.service(), 1L, Long::sum));
        world.documents()
                .forEach(document -> amounts.merge(
                        "documents of " + document.service() + "/" + document.collection(), 1L, Long::sum));
        amounts.put("lines of the ledger", (long) world.ledger().lines().size());
        amounts.forEach(book::read);
        book.note(
                "documents with something still to tell or to do",
                world.documents().stream()
                        .filter(document -> document.hasLane() && document.waits())
                        .count());
        book.note("torn last lines of the ledger", world.ledger().torn() ? 1 : 0);
    }

    private static void people(World world, Book book) {
        var people = world.people();
        long whole = people.stream().filter(world::whole).count();
        if (whole == 0 && !people.isEmpty()) {
            throw new BeginningForgotten();
        }
        book.read("people judged from their beginning", whole);
        book.note(
                "people whose beginning the topics have deleted: judged by numbers, receipts and claims alone",
                people.size() - whole);
    }

    /** An empty world has no faults, and says nothing. */
    public static final class NothingToAudit extends RuntimeException {

        NothingToAudit() {
            super("No records or no documents were found; an empty world proves nothing (--empty-ok allows it)");
        }
    }

    /** What began before the oldest record that is kept would be called lost, or out of order, and is not. */
    public static final class BeginningForgotten extends RuntimeException {

        BeginningForgotten() {
            super("The topics have deleted everybody's first records for their age,"
                    + " and without the beginning nothing can be said of the rest");
        }
    }
}
