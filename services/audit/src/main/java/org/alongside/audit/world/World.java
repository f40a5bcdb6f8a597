package org.alongside.audit.world;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.alongside.audit.ledger.Entry;
import org.alongside.audit.ledger.Ledger;

/** What was read, as plain lists, and where to find things in them. */
public final class World {

    /** The services whose topics and databases are read, by their short names. */
    public static final List<String> SERVICES = List.of("intake", "mentorship", "groups", "continuum");

    private final List<Fact> facts;
    private final List<Stored> documents;
    private final Ledger ledger;
    private final List<String> unreadable;
    private final Map<Fact.LaneKey, List<Fact>> lanes;
    private final Map<String, Set<Integer>> shortened;
    private final Map<Fact.LaneKey, Long> given = new HashMap<>();
    private final Set<Fact.LaneKey> frozen;
    private final Map<Collection, Map<String, Stored>> collections = new HashMap<>();

    private record Collection(String service, String name) {}

    /**
     * @param facts every record, in the order of each partition
     * @param documents every document of every service
     * @param unreadable records without a readable envelope or payload, as {@code topic partition:offset}
     * @param shortened by service, the partitions whose oldest records were deleted for their age
     */
    public World(
            List<Fact> facts,
            List<Stored> documents,
            Ledger ledger,
            List<String> unreadable,
            Map<String, Set<Integer>> shortened) {
        this.facts = facts;
        this.documents = documents;
        this.ledger = ledger;
        this.unreadable = unreadable;
        this.shortened = shortened;
        this.lanes = firstAppearances(facts);
        documents.stream()
                .filter(Stored::hasLane)
                .forEach(document -> given.merge(document.lane(), document.seq(), Math::max));
        this.frozen = frozen(documents);
        documents.forEach(document -> collections
                .computeIfAbsent(
                        new Collection(document.service(), document.collection()), name -> new LinkedHashMap<>())
                .put(document.id(), document));
    }

    /** What was told again after its first appearance was deleted is left out. */
    private Map<Fact.LaneKey, List<Fact>> firstAppearances(List<Fact> facts) {
        var seen = new HashSet<List<Object>>();
        var lanes = new LinkedHashMap<Fact.LaneKey, List<Fact>>();
        for (var fact : facts) {
            if (seen.add(List.of(fact.lane(), fact.sequence()))) {
                lanes.computeIfAbsent(fact.lane(), key -> new ArrayList<>()).add(fact);
            }
        }
        lanes.values().forEach(told -> {
            var first = told.getFirst();
            if (beginsLate(first)) {
                told.removeIf(fact -> fact.sequence() < first.sequence());
            }
        });
        return Collections.unmodifiableMap(lanes);
    }

    /** Whose documents are frozen, whichever of the service's collections they are in. */
    public static Set<Fact.LaneKey> frozen(List<Stored> documents) {
        return documents.stream().filter(Stored::frozen).map(Stored::lane).collect(Collectors.toSet());
    }

    /** While it is, the service neither tells this person anything new nor carries out what it owes them or they owe. */
    public boolean frozen(String service, String id) {
        return frozen.contains(new Fact.LaneKey(service, id));
    }

    private boolean beginsLate(Fact first) {
        return first.sequence() > 1
                && shortened.getOrDefault(first.service(), Set.of()).contains(first.partition());
    }

    /**
     * The first records of this lane were deleted for their age, or, where none is left, may have been: what should have
     * been told before the first that is kept cannot be missed.
     */
    public boolean cut(Fact.LaneKey lane) {
        var told = lanes.get(lane);
        return told == null ? shortened.containsKey(lane.service()) && given(lane) > 0 : beginsLate(told.getFirst());
    }

    /** Everything that the services told under this id is kept, so that it can be judged from its beginning. */
    public boolean whole(String id) {
        return SERVICES.stream().noneMatch(service -> cut(new Fact.LaneKey(service, id)));
    }

    /** Everybody whom intake told of or keeps. */
    public Set<String> people() {
        var told = lanes.keySet().stream()
                .filter(lane -> lane.service().equals("intake"))
                .map(Fact.LaneKey::id);
        var kept = documents("intake", "patients").map(Stored::id);
        return Stream.concat(told, kept).collect(Collectors.toSet());
    }

    /** The highest number that the lane's document has given; 0 when there is none. */
    public long given(Fact.LaneKey lane) {
        return given.getOrDefault(lane, 0L);
    }

    public List<Fact> facts() {
        return facts;
    }

    public List<Stored> documents() {
        return documents;
    }

    public Ledger ledger() {
        return ledger;
    }

    public List<String> unreadable() {
        return unreadable;
    }

    /** The first appearance of every number of every lane, in the order they stand on the topic. */
    public Map<Fact.LaneKey, List<Fact>> lanes() {
        return lanes;
    }

    /** First appearances of one service, by time of decision; at the same instant in the order they were read. */
    public List<Fact> told(String service, String... types) {
        return lanes().values().stream()
                .flatMap(List::stream)
                .filter(fact -> fact.service().equals(service) && (types.length == 0 || fact.is(types)))
                .sorted(Comparator.comparing(Fact::time))
                .toList();
    }

    public Stream<Stored> documents(String service, String collection) {
        return collections.getOrDefault(new Collection(service, collection), Map.of()).values().stream();
    }

    public Optional<Stored> document(String service, String collection, String id) {
        return Optional.ofNullable(collections
                .getOrDefault(new Collection(service, collection), Map.of())
                .get(id));
    }

    /** The latest instant anybody told of by the centre's clock: what the audit takes for now. */
    public Instant now() {
        var told = facts.stream().map(Fact::time);
        var moved = ledger.lines().stream()
                .filter(entry ->
                        entry.kind() == Entry.Kind.CLOCK && !entry.detail("now").isEmpty())
                .map(entry -> Instant.parse(entry.detail("now")));
        return Stream.concat(told, moved).max(Comparator.naturalOrder()).orElse(Instant.EPOCH);
    }

    /** Nobody told or kept anything. */
    public boolean nothing() {
        return facts.isEmpty() || documents.isEmpty();
    }
}
