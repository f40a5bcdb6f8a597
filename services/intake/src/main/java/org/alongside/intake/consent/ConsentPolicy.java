package org.alongside.intake.consent;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.alongside.eventing.web.Refused;
import org.alongside.intake.visit.Plausible;
import org.jspecify.annotations.Nullable;

/** What a written consent must say (42 CFR 2.31), one named rule each; the first that is broken refuses. */
@FunctionalInterface
interface ConsentPolicy {

    int LONGEST_TEXT = 500;
    Set<String> ENDING_EVENTS = Set.of(Signed.END_OF_TREATMENT, "none");
    Set<String> SIGNERS = Set.of("person", "guardian");

    /** Null when the rule is kept. */
    @Nullable
    Refused broken(ConsentForm form, Instant now);

    ConsentPolicy COMPLETE = (form, now) -> {
        var missing = missing(form);
        return missing.isEmpty()
                ? null
                : Refused.invalid(
                        "consent-element-missing",
                        String.join(",", missing),
                        "A written consent must name: " + String.join(", ", missing) + ".");
    };

    ConsentPolicy KIND_KNOWN =
            (form, now) -> ConsentKind.of(requireNonNull(form.kind())).isPresent()
                    ? null
                    : Refused.invalid("unknown-code", "kind", "There is no such kind of consent.");

    ConsentPolicy SCOPES_KNOWN = (form, now) -> {
        var known = kind(form).scopes();
        return requireNonNull(form.scopes()).stream().anyMatch(scope -> scope == null || !known.contains(scope))
                ? Refused.invalid("unknown-code", "scopes", "This kind of consent knows only: " + sorted(known) + ".")
                : null;
    };

    ConsentPolicy TEXTS_SHORT =
            (form, now) -> longer(form.purpose()) || longer(form.discloser()) || longer(form.recipient())
                    ? Refused.invalid(
                            "too-long", "purpose,discloser,recipient", "At most " + LONGEST_TEXT + " characters each.")
                    : null;

    ConsentPolicy SIGNER_KNOWN = (form, now) -> SIGNERS.contains(requireNonNull(form.signedBy()))
            ? null
            : Refused.invalid("unknown-code", "signedBy", "Signed by the person or by a guardian.");

    ConsentPolicy STATEMENTS_MADE = (form, now) -> {
        if (!Boolean.TRUE.equals(form.revocationExplained())) {
            return Refused.invalid(
                    "consent-statement-missing", "revocationExplained", "The form must state the right to revoke.");
        }
        return Boolean.TRUE.equals(form.redisclosureExplained())
                ? null
                : Refused.invalid(
                        "consent-statement-missing",
                        "redisclosureExplained",
                        "The form must state what may happen to what was shared.");
    };

    ConsentPolicy ONE_EXPIRY = (form, now) -> form.expires() != null && form.expiresEvent() != null
            ? Refused.invalid("one-expiry", "expiresEvent", "A consent ends on a date or with an event, not both.")
            : null;

    ConsentPolicy EVENT_KNOWN =
            (form, now) -> form.expiresEvent() == null || ENDING_EVENTS.contains(form.expiresEvent())
                    ? null
                    : Refused.invalid(
                            "unknown-code", "expiresEvent", "The event must be one of " + sorted(ENDING_EVENTS) + ".");

    ConsentPolicy OPEN_END_FOR_TREATMENT_ONLY = (form, now) -> "none".equals(form.expiresEvent())
                    && kind(form) != ConsentKind.TREATMENT_OPERATIONS
            ? Refused.invalid(
                    "expiry-needed", "expiresEvent", "Only consent for treatment and operations may have no end.")
            : null;

    ConsentPolicy FOLLOW_UP_OUTLIVES_TREATMENT = (form, now) ->
            Signed.END_OF_TREATMENT.equals(form.expiresEvent()) && kind(form) == ConsentKind.CONTACT_AFTER_DISCHARGE
                    ? Refused.invalid(
                            "contact-ends-with-treatment",
                            "expiresEvent",
                            "Leave to contact after discharge can't end with treatment: it would end on the day it starts.")
                    : null;

    ConsentPolicy STILL_TO_RUN =
            (form, now) -> form.expires() != null && !form.expires().isAfter(now)
                    ? Refused.invalid("consent-expired", "expires", "The consent has expired already.")
                    : null;

    ConsentPolicy WITHIN_REACH = (form, now) -> form.expires() == null || Plausible.foreseeable(form.expires(), now)
            ? null
            : Refused.invalid("impossible-date", "expires", "This is too far ahead to be agreed to.");

    ConsentPolicy SIGNED_ALREADY = (form, now) -> Plausible.happened(requireNonNull(form.signedOn()), now)
            ? null
            : Refused.invalid("impossible-date", "signedOn", "The consent can't be signed in the future.");

    ConsentPolicy SIGNED_WITHIN_LIVING_MEMORY =
            (form, now) -> Plausible.withinLivingMemory(requireNonNull(form.signedOn()), now)
                    ? null
                    : Refused.invalid("impossible-date", "signedOn", "This is too long ago.");

    List<ConsentPolicy> ALL = List.of(
            COMPLETE,
            KIND_KNOWN,
            SCOPES_KNOWN,
            TEXTS_SHORT,
            SIGNER_KNOWN,
            STATEMENTS_MADE,
            ONE_EXPIRY,
            EVENT_KNOWN,
            OPEN_END_FOR_TREATMENT_ONLY,
            FOLLOW_UP_OUTLIVES_TREATMENT,
            STILL_TO_RUN,
            WITHIN_REACH,
            SIGNED_ALREADY,
            SIGNED_WITHIN_LIVING_MEMORY);

    static GrantedConsent complete(ConsentForm form, Instant now) {
        for (var rule : ALL) {
            var broken = rule.broken(form, now);
            if (broken != null) {
                throw broken;
            }
        }
        var expires = form.expires();
        return new GrantedConsent(
                kind(form),
                requireNonNull(form.scopes()).stream().distinct().sorted().toList(),
                expires == null ? null : expires.truncatedTo(ChronoUnit.MILLIS),
                new Signed(
                        requireNonNull(form.purpose()),
                        requireNonNull(form.discloser()),
                        requireNonNull(form.recipient()),
                        form.expiresEvent(),
                        requireNonNull(form.signedOn()),
                        requireNonNull(form.signedBy())),
                now);
    }

    private static List<String> missing(ConsentForm form) {
        var missing = new ArrayList<String>();
        absent(missing, "kind", form.kind());
        if (form.scopes() == null || form.scopes().isEmpty()) {
            missing.add("scopes");
        }
        absent(missing, "purpose", form.purpose());
        absent(missing, "discloser", form.discloser());
        absent(missing, "recipient", form.recipient());
        if (form.expires() == null) {
            absent(missing, "expires", form.expiresEvent());
        }
        if (form.signedOn() == null) {
            missing.add("signedOn");
        }
        absent(missing, "signedBy", form.signedBy());
        if (form.revocationExplained() == null) {
            missing.add("revocationExplained");
        }
        if (form.redisclosureExplained() == null) {
            missing.add("redisclosureExplained");
        }
        return missing;
    }

    private static void absent(List<String> missing, String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            missing.add(field);
        }
    }

    private static boolean longer(@Nullable String text) {
        return text != null && text.length() > LONGEST_TEXT;
    }

    private static ConsentKind kind(ConsentForm form) {
        return ConsentKind.of(requireNonNull(form.kind())).orElseThrow();
    }

    private static String sorted(Set<String> codes) {
        return String.join(", ", codes.stream().sorted().toList());
    }
}
