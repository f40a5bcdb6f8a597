package org.alongside.eventing.lane;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.alongside.eventing.web.Refused;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * Whether this service knows what the topics have told that it must have read {@code beforeServing}. A service that
 * was away must not act on a consent that was taken back meanwhile.
 *
 * <p>Counts real time, whatever the centre's clock shows.
 */
public final class CatchUp {

    /** How long a record may be unread before nothing is revealed any more. */
    static final Duration PATIENCE = Duration.ofSeconds(5);

    private final @Nullable Offsets offsets;
    private final InstantSource time;
    private final Map<TopicPartition, Trail> trails = new HashMap<>();
    private final Map<TopicPartition, Long> goals = new HashMap<>();
    private volatile @Nullable List<Offsets.Reader> readers;
    private volatile boolean reached;
    private volatile Instant currentAt = Instant.MIN;

    CatchUp(@Nullable Offsets offsets, InstantSource time) {
        this.offsets = offsets;
        this.time = time;
    }

    /** Nothing has to be read before serving; for services that hear nobody, and for tests. */
    public static CatchUp notNeeded() {
        var none = new CatchUp(null, InstantSource.system());
        none.begin(List.of());
        return none;
    }

    /** Notes where the topics end now; the service is ready once it has read up to there. */
    synchronized void begin(Collection<Offsets.Reader> mustRead) {
        reached = false;
        goals.clear();
        trails.clear();
        for (var reader : mustRead) {
            goals.putAll(broker().ends(reader.partitions()));
        }
        readers = List.copyOf(mustRead);
        observe();
    }

    /** Asks the broker how far we are. To be called about twice a second. */
    synchronized void observe() {
        var asked = time.instant(); // before the first question: an answer may take as long as our patience
        boolean done = true;
        boolean current = true;
        var waitsFor = readers == null ? List.<Offsets.Reader>of() : readers;
        for (var reader : waitsFor) {
            var read = broker().read(reader);
            var ends = broker().ends(reader.partitions());
            for (var partition : reader.partitions()) {
                done &= Offsets.at(partition, read) >= Offsets.at(partition, goals);
                var since = trails.computeIfAbsent(partition, p -> new Trail())
                        .unreadSince(asked, Offsets.at(partition, ends), Offsets.at(partition, read));
                current &= since == null || since.isAfter(asked.minus(PATIENCE));
            }
        }
        reached |= done;
        currentAt = current ? asked : Instant.MIN;
    }

    /** Whether the group has read what stood on the topics when this instance started. Stays true from then on. */
    public boolean reached() {
        return readers != null && reached;
    }

    /**
     * Whether anything about a person may be shown or sent: false while the oldest unread record is more than 5 s old,
     * and when the broker has not said so for as long.
     */
    public boolean mayReveal() {
        var mustRead = readers;
        if (mustRead == null || !reached) {
            return false;
        }
        return mustRead.isEmpty() || currentAt.isAfter(time.instant().minus(PATIENCE));
    }

    /** @throws Refused 503 {@code not-current} when {@link #mayReveal()} is false */
    public void requireCurrent() {
        if (!mayReveal()) {
            throw new Refused(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "not-current",
                    null,
                    "This service has not read the latest changes of consent and admission yet; try again shortly.");
        }
    }

    private Offsets broker() {
        if (offsets == null) {
            throw new IllegalStateException("Without a broker nothing can be waited for");
        }
        return offsets;
    }
}
