package org.alongside.groups.participant;

import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What other services told of one person, in whatever order it came. Facts only; nothing is decided here.
 *
 * @param ageBand {@code unknown} until it is told
 * @param stays by admissionId
 * @param requests the hand-off's current request, by admissionId
 */
record Known(
        @Nullable String centreId,
        String ageBand,
        @Nullable Profile profile,
        @Nullable PeerConsent peerConsent,
        boolean deceased,
        Map<String, Stay> stays,
        Map<String, Request> requests) {

    static final Known NOTHING = new Known(null, "unknown", null, null, false, Map.of(), Map.of());

    /** An event that does not say so leaves the centre as it is known. */
    Known at(@Nullable String centre) {
        return centre == null ? this : new Known(centre, ageBand, profile, peerConsent, deceased, stays, requests);
    }

    Known aged(String band) {
        return new Known(centreId, band, profile, peerConsent, deceased, stays, requests);
    }

    /** A copy that is older than what is known changes nothing. */
    Known wanting(@Nullable Profile told) {
        if (told == null || (profile != null && told.version() < profile.version())) {
            return this;
        }
        return new Known(centreId, ageBand, told, peerConsent, deceased, stays, requests);
    }

    Known consenting(PeerConsent told) {
        boolean older = peerConsent != null
                && (told.version() < peerConsent.version() || told.version() == peerConsent.version() && told.given());
        return older ? this : new Known(centreId, ageBand, profile, told, deceased, stays, requests);
    }

    /** Every hand-off ends with it: what was asked and permitted before counts no more, should the death be withdrawn. */
    Known died(Instant toldAt) {
        var later = new TreeMap<>(requests);
        later.values().removeIf(request -> !request.since().isAfter(toldAt));
        var all = new TreeMap<>(stays);
        all.replaceAll((admissionId, stay) -> stay.ending(ending -> ending.permittedAfter(toldAt)));
        return new Known(centreId, ageBand, profile, peerConsent, true, all, later);
    }

    Known alive() {
        return new Known(centreId, ageBand, profile, peerConsent, false, stays, requests);
    }

    Stay stay(String admissionId) {
        return stays.getOrDefault(admissionId, Stay.UNKNOWN);
    }

    Known staying(String admissionId, UnaryOperator<Stay> change) {
        var all = new TreeMap<>(stays);
        all.put(admissionId, change.apply(stay(admissionId)));
        return new Known(centreId, ageBand, profile, peerConsent, deceased, all, requests);
    }

    Known asked(String admissionId, String requestId, Instant since) {
        var all = new TreeMap<>(requests);
        all.put(admissionId, new Request(requestId, since));
        return new Known(centreId, ageBand, profile, peerConsent, deceased, stays, all);
    }

    /** Whether the hand-off of this stay asked for a seat, and goes on: that of a stay that ends later takes over. */
    boolean handsOff(String admissionId) {
        return asks(admissionId)
                && (stay(admissionId).left() == null
                        || requests.keySet().stream()
                                .noneMatch(other -> asks(other) && byEnding().compare(other, admissionId) > 0));
    }

    /** As continuum orders them: it hands off the last. */
    private Comparator<String> byEnding() {
        return Comparator.comparing(this::stay, Stay.BY_ENDING).thenComparing(Comparator.naturalOrder());
    }

    private boolean asks(String admissionId) {
        return requests.containsKey(admissionId) && !stay(admissionId).cancelled();
    }

    /**
     * Takes the request back if it is the current one. With it goes the permission to end the IOP seats: it was given
     * for a hand-off that is no more, and the same lane tells of a new one later.
     */
    Known withdrawn(String admissionId, String requestId) {
        var request = requests.get(admissionId);
        if (request == null || !request.requestId().equals(requestId)) {
            return this;
        }
        var all = new TreeMap<>(requests);
        all.remove(admissionId);
        return new Known(centreId, ageBand, profile, peerConsent, deceased, stays, all)
                .staying(admissionId, stay -> stay.ending(ending -> ending.secured(null)));
    }
}
