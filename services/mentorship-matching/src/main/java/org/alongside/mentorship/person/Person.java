package org.alongside.mentorship.person;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The facts about one person, in the order intake told them. Known at first of nobody: whichever fact comes first finds
 * {@link #UNKNOWN}.
 *
 * @param episodes by admissionId
 * @param profile null until it is known, which is not the same as "no preference"
 * @param disclosure the latest consent to disclose to peers who are not staff
 */
public record Person(
        Map<String, Episode> episodes,
        String ageBand,
        @Nullable Profile profile,
        @Nullable Consent disclosure,
        boolean deceased) {

    public static final Person UNKNOWN = new Person(Map.of(), "unknown", null, null, false);
    private static final Set<String> NOT_KNOWN_TO_BE_ADULT = Set.of("minor", "unknown");

    /** The latest admission that goes on; where none does, the latest that was not cancelled. */
    public Optional<Episode> current() {
        return episodes.values().stream()
                .filter(episode -> !episode.cancelled())
                .max(Comparator.comparing(Episode::open).thenComparing(Episode::number));
    }

    /** That stay goes on: its discharge is still ahead. */
    public boolean staysIn(String admissionId) {
        var stay = episodes.get(admissionId);
        return stay != null && stay.open();
    }

    /** That stay is over, and the person is in treatment again. */
    public boolean backSince(String admissionId) {
        var stay = episodes.get(admissionId);
        return stay != null && !stay.open() && current().filter(Episode::open).isPresent();
    }

    /** The centre of the current admission, or of the latest where all were cancelled. */
    public Optional<String> centre() {
        return current()
                .or(() -> episodes.values().stream().max(Comparator.comparing(Episode::number)))
                .map(Episode::centreId);
    }

    public boolean cancelled(String admissionId) {
        var episode = episodes.get(admissionId);
        return episode != null && episode.cancelled();
    }

    public boolean adult() {
        return !NOT_KNOWN_TO_BE_ADULT.contains(ageBand);
    }

    public boolean discloses(Instant now) {
        return disclosure != null && disclosure.covers(now);
    }

    public Profile wishes() {
        return profile == null ? Profile.NO_PREFERENCE : profile;
    }

    public Person admitted(
            Episode episode, @Nullable String ageBand, @Nullable Profile copy, @Nullable List<Consent> consents) {
        var next = put(episode).wanting(copy, ageBand);
        for (var consent : consents == null ? List.<Consent>of() : consents) {
            next = next.granted(consent);
        }
        return next;
    }

    public Person wanting(@Nullable Profile copy, @Nullable String band) {
        boolean newer = copy != null && (profile == null || copy.version() > profile.version());
        return new Person(episodes, band == null ? ageBand : band, newer ? copy : profile, disclosure, deceased);
    }

    /** A copy of a version that is known already changes nothing, least of all a revocation. */
    public Person granted(Consent consent) {
        boolean newer = disclosure == null || consent.version() > disclosure.version();
        return consent.kind().equals(Consent.PEER_DISCLOSURE) && newer ? with(consent) : this;
    }

    public Person revoked(Consent consent) {
        boolean older = disclosure != null && consent.version() < disclosure.version();
        return consent.kind().equals(Consent.PEER_DISCLOSURE) && !older ? with(consent.asRevoked()) : this;
    }

    public Person movedTo(String admissionId, LevelOfCare level) {
        return change(admissionId, episode -> episode.at(level));
    }

    public Person discharged(String admissionId, Instant at) {
        return change(admissionId, episode -> episode.discharged(at));
    }

    /** A cancelled discharge, or the person came back within the gap. */
    public Person reopened(String admissionId, @Nullable LevelOfCare level) {
        return change(
                admissionId,
                episode ->
                        level == null ? episode.reopened() : episode.reopened().at(level));
    }

    public Person cancel(String admissionId) {
        return change(admissionId, Episode::asCancelled);
    }

    public Person died() {
        return new Person(episodes, ageBand, profile, disclosure, true);
    }

    /** What was told of a death was an error. */
    public Person lives() {
        return new Person(episodes, ageBand, profile, disclosure, false);
    }

    private Person change(String admissionId, UnaryOperator<Episode> how) {
        var episode = episodes.get(admissionId);
        return episode == null ? this : put(how.apply(episode));
    }

    private Person put(Episode episode) {
        var next = new LinkedHashMap<>(episodes);
        next.put(episode.admissionId(), episode);
        return new Person(next, ageBand, profile, disclosure, deceased);
    }

    private Person with(Consent consent) {
        return new Person(episodes, ageBand, profile, consent, deceased);
    }
}
