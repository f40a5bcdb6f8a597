package org.alongside.standalone;

import com.mongodb.ConnectionString;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import org.alongside.embedded.EmbeddedBroker;
import org.alongside.embedded.EmbeddedStore;
import org.alongside.embedded.Topics;
import org.alongside.eventing.lane.CatchUp;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** All services, the broker and the store, started and stopped together. */
public final class Standalone implements AutoCloseable {

    private static final Duration LONGEST_CATCHING_UP = Duration.ofMinutes(5);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

    private final Map<Service, ConfigurableApplicationContext> contexts = new EnumMap<>(Service.class);
    private final Map<String, String> addresses = new LinkedHashMap<>();
    private final List<AutoCloseable> below;
    private final Quiet quiet;
    private final ControlDesk desk;

    /**
     * Returns when every service is ready, and has read what was told while it was away. Whatever was started is ended
     * again when one cannot start.
     *
     * @throws IllegalStateException with a sentence for the user
     */
    public static Standalone start(
            Options options, List<ApplicationContextInitializer<GenericApplicationContext>> more) {
        return new Standalone(options, more);
    }

    private Standalone(Options options, List<ApplicationContextInitializer<GenericApplicationContext>> more) {
        below = new java.util.concurrent.CopyOnWriteArrayList<>();
        try {
            below.add(prepared(options.data()));
            var clock = CentreClock.kept(options.data().resolve("clock"), options.startAt());
            var ports = Ports.of(options);
            ports.refuseTaken(options);
            var kafka = options.kafka();
            var mongo = options.mongo();
            List<String> neighbours = inParallel(List.<Callable<String>>of(
                    () -> {
                        if (kafka != null) {
                            return kafka;
                        }
                        var broker = EmbeddedBroker.open(
                                options.data().resolve("kafka"), ports.of("kafka"), Topics.declared());
                        below.add(broker);
                        return broker.bootstrapServers();
                    },
                    () -> {
                        if (mongo != null) {
                            return mongo;
                        }
                        var store = EmbeddedStore.open(options.data().resolve("store"), ports.of("mongo"));
                        below.add(store);
                        return store.uri();
                    }));
            var bootstrap = neighbours.getFirst();
            var uri = neighbours.getLast();
            var beans = new SharedBeans(clock, options.killAt());
            inParallel(java.util.Arrays.stream(Service.values())
                    .map(service -> (Callable<String>) () -> {
                        var builder = new SpringApplicationBuilder(service.application());
                        builder.initializers(beans);
                        more.forEach(initializer -> builder.initializers(initializer));
                        var context = builder.run(service.arguments(options, ports, bootstrap, uri));
                        synchronized (contexts) {
                            contexts.put(service, context);
                        }
                        awaitCaughtUp(service, context.getBean(CatchUp.class));
                        return service.shortName();
                    })
                    .toList());
            contexts.forEach((service, context) ->
                    addresses.put(service.shortName(), "http://127.0.0.1:" + ports.of(service.shortName())));
            addresses.put("mllp", "127.0.0.1:" + ports.of("mllp"));
            addresses.put("kafka", bootstrap);
            addresses.put("mongo", withoutSecrets(uri));
            var unapplied = context(Service.INTAKE).getBean("unappliedMessages", LongSupplier.class);
            quiet = new Quiet(contexts, bootstrap, unapplied);
            desk = ControlDesk.open(ports.of("control"), new Time(clock, quiet, contexts.values()), addresses);
            addresses.put("control", desk.uri());
            WholeFile.write(options.data().resolve("addresses.json"), Json.of(addresses));
        } catch (RuntimeException | IOException e) {
            closeAll();
            throw new IllegalStateException("Alongside could not start: " + e.getMessage(), e);
        }
    }

    /** Locked until this process ends, however it ends: whoever wants to run on it, or to empty it, asks for the same lock. */
    private static FileChannel prepared(Path data) {
        var lock = data.resolve("standalone.lock");
        try {
            Files.createDirectories(data);
            var file = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (locked(file)) {
                var holder = Long.toString(ProcessHandle.current().pid());
                file.truncate(0).write(ByteBuffer.wrap(holder.getBytes(StandardCharsets.US_ASCII)));
                return file;
            }
            var holder = Files.readString(lock);
            file.close();
            throw new IllegalStateException("another one still runs on " + data.toAbsolutePath() + " (process " + holder
                    + "). End it, or start with another --data.");
        } catch (IOException e) {
            throw new IllegalStateException("nothing can be kept in " + data.toAbsolutePath(), e);
        }
    }

    private static boolean locked(FileChannel file) throws IOException {
        try {
            return file.tryLock() != null;
        } catch (OverlappingFileLockException heldByThisProcess) {
            return false;
        }
    }

    private static void awaitCaughtUp(Service service, CatchUp catchUp) {
        var until = System.nanoTime() + LONGEST_CATCHING_UP.toNanos();
        while (!catchUp.reached()) {
            if (System.nanoTime() > until) {
                throw new IllegalStateException(service.shortName() + " has not read within "
                        + LONGEST_CATCHING_UP.toMinutes() + " minutes what was told while it was away");
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
    }

    /** Hosts only: everybody on this machine may read the addresses. */
    static String withoutSecrets(String uri) {
        var mongo = new ConnectionString(uri);
        return (mongo.isSrvProtocol() ? "mongodb+srv://" : "mongodb://") + String.join(",", mongo.getHosts());
    }

    /** Results in the order of the tasks. */
    private static <T> List<T> inParallel(List<Callable<T>> tasks) {
        try (var threads = Executors.newFixedThreadPool(tasks.size())) {
            var results = threads.invokeAll(tasks);
            var all = new java.util.ArrayList<T>();
            for (var result : results) {
                all.add(result.get());
            }
            return all;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while starting", e);
        } catch (ExecutionException e) {
            var cause = Objects.requireNonNullElse(e.getCause(), e);
            throw new IllegalStateException(cause.getMessage(), cause);
        }
    }

    /** Name to address: each service and control by URL, {@code mllp} and {@code kafka} by host and port, {@code mongo} by URI. */
    public Map<String, String> addresses() {
        return addresses;
    }

    ConfigurableApplicationContext context(Service service) {
        return Objects.requireNonNull(contexts.get(service));
    }

    Quiet quiet() {
        return quiet;
    }

    @Override
    public void close() {
        desk.close();
        quiet.close();
        closeAll();
    }

    private void closeAll() {
        contexts.values().forEach(ConfigurableApplicationContext::close);
        for (var neighbour : below.reversed()) { // the lock last
            try {
                neighbour.close();
            } catch (Exception e) {
                Thread.currentThread().getUncaughtExceptionHandler().uncaughtException(Thread.currentThread(), e);
            }
        }
    }
}
