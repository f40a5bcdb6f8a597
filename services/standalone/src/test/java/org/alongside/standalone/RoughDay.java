package org.alongside.standalone;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.alongside.eventing.document.DocumentStore;
import org.alongside.eventing.relay.Envelope;
import org.alongside.eventing.relay.Publisher;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;

/**
 * Faults of what the platform runs on, which it must bear: with every record its whole lane is
 * delivered again, some sends fail, and mentors are read so slowly that several have read one before any of them writes it.
 */
final class RoughDay {

    private static final Duration READ_LATE = Duration.ofMillis(100);
    private static final String SENT_AGAIN_AFTER = "250ms";

    private RoughDay() {}

    /** What is put on top comes last: a mutant sees the fault below itself. */
    static List<ApplicationContextInitializer<GenericApplicationContext>> with(
            List<ApplicationContextInitializer<GenericApplicationContext>> mutants) {
        var again = Stream.of(Service.values()).map(service -> Mutant.publisher(service.shortName(), RoughDay::again));
        var rest = Stream.<ApplicationContextInitializer<GenericApplicationContext>>of(
                Mutant.publisher("mentorship", RoughDay::failing),
                Mutant.store("mentorship", SlowMentors::new),
                RoughDay::sendsAgainSoon);
        return Stream.of(again, rest, mutants.stream())
                .flatMap(faults -> faults)
                .toList();
    }

    /** Whoever listens hears the lane from its beginning again, as after a lost offset. */
    private static Publisher again(Publisher real) {
        Map<String, Set<Envelope>> lanes = new ConcurrentHashMap<>();
        return envelope -> {
            var lane = lanes.computeIfAbsent(envelope.key(), key -> Collections.synchronizedSet(new LinkedHashSet<>()));
            lane.add(envelope);
            var sent = real.send(envelope);
            for (var told : List.copyOf(lane)) {
                sent = real.send(told);
            }
            return sent;
        };
    }

    /** The first try to tell of a match reaches nobody. */
    private static Publisher failing(Publisher real) {
        Set<String> tried = ConcurrentHashMap.newKeySet();
        return envelope -> envelope.type().endsWith(".mentor-assigned") && tried.add(envelope.id())
                ? CompletableFuture.failedFuture(new IllegalStateException("The connection was lost"))
                : real.send(envelope);
    }

    private static final class SlowMentors extends Mutant.Store {

        SlowMentors(DocumentStore real) {
            super(real);
        }

        @Override
        public @Nullable Document find(String collection, String id) {
            var found = super.find(collection, id);
            if (collection.equals("mentors") && found != null) {
                LockSupport.parkNanos(READ_LATE.toNanos());
            }
            return found;
        }
    }

    private static void sendsAgainSoon(GenericApplicationContext context) {
        context.getEnvironment()
                .getPropertySources()
                .addFirst(
                        new MapPropertySource("rough day", Map.of("alongside.eventing.sweep-every", SENT_AGAIN_AFTER)));
    }
}
