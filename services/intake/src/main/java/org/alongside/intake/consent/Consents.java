package org.alongside.intake.consent;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.alongside.eventing.web.Refused;
import org.alongside.intake.consent.Consent.Ended;
import org.alongside.intake.consent.Consent.Granted;
import org.alongside.intake.consent.ConsentEvent.ConsentGranted;
import org.alongside.intake.consent.ConsentEvent.ConsentRevoked;
import org.alongside.intake.consent.ConsentEvent.Copy;

/** All consents of one person, the ended ones too. Of each kind at most one is in force. */
public record Consents(List<Consent> all) {

    public static final Consents NONE = new Consents(List.of());

    /** The next consents and what is told of them, in this order. */
    public record Changed(Consents next, List<ConsentEvent> events) {}

    public Changed grant(String patientId, GrantedConsent asked) {
        var next = new ArrayList<Consent>();
        int version = nextVersion(asked.kind());
        for (var consent : all) {
            next.add(
                    consent instanceof Granted g && g.kind() == asked.kind()
                            ? g.end(Ended.Why.REPLACED, g.version(), asked.at())
                            : consent);
        }
        var granted = new Granted(
                patientId + "-c" + (all.size() + 1),
                asked.kind(),
                version,
                asked.scopes(),
                asked.expires(),
                asked.signed());
        next.add(granted);
        return new Changed(new Consents(List.copyOf(next)), List.of(new ConsentGranted(Copy.of(granted))));
    }

    /** Revoking what is revoked already changes nothing. */
    public Changed revoke(String consentId, Instant now) {
        return switch (find(consentId)) {
            case Granted granted -> end(granted, Ended.Why.REVOKED, now);
            case Ended ended when ended.why() == Ended.Why.REVOKED -> new Changed(this, List.of());
            case Ended ended ->
                throw Refused.conflict(
                        "consent-not-in-force", "The consent has expired or was replaced by a newer one.");
        };
    }

    /** Ends what time, or the end of treatment, has ended. */
    public Changed settle(boolean treatmentEnded, Instant now) {
        var here = this;
        var events = new ArrayList<ConsentEvent>();
        for (var granted : inForce().toList()) {
            if (granted.expired(now) || treatmentEnded && granted.endsWithTreatment()) {
                var changed = here.end(granted, Ended.Why.EXPIRED, now);
                here = changed.next();
                events.addAll(changed.events());
            }
        }
        return new Changed(here, List.copyOf(events));
    }

    public Optional<Granted> inForce(ConsentKind kind) {
        return inForce().filter(g -> g.kind() == kind).findFirst();
    }

    /** For showing something now: a consent whose end nobody has noticed yet does not count. */
    public Optional<Granted> inForce(ConsentKind kind, Instant now) {
        return inForce(kind).filter(g -> !g.expired(now));
    }

    /** Those in force now, as events carry them. */
    public List<Copy> copies(Instant now) {
        return inForce().filter(g -> !g.expired(now)).map(Copy::of).toList();
    }

    /** When the first of those in force expires. */
    public Optional<Instant> nextExpiry() {
        return inForce().flatMap(g -> Stream.ofNullable(g.expires())).min(Instant::compareTo);
    }

    private Stream<Granted> inForce() {
        return all.stream().filter(Granted.class::isInstance).map(Granted.class::cast);
    }

    Consent find(String consentId) {
        return all.stream()
                .filter(c -> c.consentId().equals(consentId))
                .findFirst()
                .orElseThrow(() ->
                        Refused.unknown("unknown-consent", "consentId", "The person has no consent with this id."));
    }

    private Changed end(Granted granted, Ended.Why why, Instant now) {
        int version = nextVersion(granted.kind());
        List<Consent> next = all.stream()
                .map(c -> c.equals(granted) ? granted.end(why, version, now) : c)
                .toList();
        return new Changed(new Consents(next), List.of(new ConsentRevoked(Copy.of(granted, version))));
    }

    private int nextVersion(ConsentKind kind) {
        return 1
                + all.stream()
                        .filter(c -> c.kind() == kind)
                        .mapToInt(Consent::version)
                        .max()
                        .orElse(0);
    }
}
