package org.alongside.eventing.lane;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What a service does with the events of one other service. Declared as a bean; eventing runs it as the consumer group
 * {@code <service>.<topic>}.
 *
 * <p>A type that is neither handled nor ignored is counted and skipped. A record of a handled type that cannot be
 * applied parks its lane; a failure of store or network pauses its partition until it is over.
 */
public final class LaneListener {

    private final String source;
    private final Map<String, Reaction<?>> reactions;
    private final Set<String> ignored;
    private final @Nullable String freezes;
    private final boolean beforeServing;

    private LaneListener(Builder builder) {
        this.source = builder.source;
        this.reactions = Map.copyOf(builder.reactions);
        this.ignored = Set.copyOf(builder.ignored);
        this.freezes = builder.freezes;
        this.beforeServing = builder.beforeServing;
    }

    /** @param source the short name of the service that is listened to: its topic is {@code alongside.<source>} */
    public static Builder to(String source) {
        return new Builder(source);
    }

    public String source() {
        return source;
    }

    public String topic() {
        return "alongside." + source;
    }

    /** By type without the service. */
    Map<String, Reaction<?>> reactions() {
        return reactions;
    }

    /** A type we know and have no use for. */
    boolean ignores(String type) {
        return ignored.contains(type);
    }

    /** Which record of the service's own reads which type; what is ignored is left out. */
    public Map<String, Class<?>> reads() {
        var reads = new LinkedHashMap<String, Class<?>>();
        reactions.forEach((type, reaction) -> reads.put(type, reaction.reads()));
        return reads;
    }

    /** The collection whose document of the same id is frozen while a lane is parked. */
    @Nullable
    String freezes() {
        return freezes;
    }

    /** Whether this service is not ready before it has caught up with the topic. */
    public boolean beforeServing() {
        return beforeServing;
    }

    record Reaction<T>(Class<T> reads, BiConsumer<Incoming, T> does) {}

    public static final class Builder {

        private final String source;
        private final Map<String, Reaction<?>> reactions = new LinkedHashMap<>();
        private final Set<String> ignored = new HashSet<>();
        private @Nullable String freezes;
        private boolean beforeServing;

        private Builder(String source) {
            this.source = source;
        }

        /**
         * @param type the wire name without the service
         * @param reads our own record of only the fields we read; unknown ones are ignored, a missing required one (a
         *     component that is not {@code @Nullable} and was not sent) is for {@code does} to refuse
         */
        public <T> Builder on(String type, Class<T> reads, BiConsumer<Incoming, T> does) {
            reactions.put(type, new Reaction<>(reads, does));
            return this;
        }

        /** Types we know and have no use for. */
        public Builder ignoring(String... types) {
            ignored.addAll(List.of(types));
            return this;
        }

        /** @param collection whose document of the same id is frozen while a lane of this source is parked */
        public Builder freezing(String collection) {
            this.freezes = collection;
            return this;
        }

        /** The service is ready only once it has caught up with this topic. */
        public Builder beforeServing() {
            this.beforeServing = true;
            return this;
        }

        public LaneListener build() {
            return new LaneListener(this);
        }
    }
}
