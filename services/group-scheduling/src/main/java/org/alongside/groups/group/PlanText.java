package org.alongside.groups.group;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.alongside.eventing.web.Refused;
import org.alongside.groups.timetable.DateText;
import org.alongside.groups.timetable.Series;
import org.alongside.groups.timetable.WindowText;
import org.jspecify.annotations.Nullable;

/**
 * A group as staff write it down.
 *
 * @param centreId the configured centre when absent
 * @param capacity no limit when absent
 * @param staffLed true when absent
 * @param exceptions further local dates on which it falls out
 */
record PlanText(
        @Nullable String centreId,
        @Nullable String name,
        @Nullable String phase,
        @Nullable List<String> days,
        @Nullable String from,
        @Nullable String to,
        @Nullable String zone,
        @Nullable String startsOn,
        @Nullable String endsOn,
        @Nullable List<String> exceptions,
        @Nullable List<String> audience,
        @Nullable List<String> pathways,
        @Nullable List<String> languages,
        @Nullable String modality,
        @Nullable Integer capacity,
        @Nullable List<String> facilitators,
        @Nullable Boolean staffLed) {

    static PlanText of(GroupPlan plan) {
        var series = plan.series();
        var window = WindowText.of(series.window());
        return new PlanText(
                plan.centreId(),
                plan.name(),
                plan.phase().code(),
                window.days(),
                window.from(),
                window.to(),
                window.zone(),
                series.startsOn() == null ? null : series.startsOn().toString(),
                series.endsOn() == null ? null : series.endsOn().toString(),
                series.cancelled().stream().sorted().map(LocalDate::toString).toList(),
                sorted(plan.audiences()),
                sorted(plan.pathways()),
                sorted(plan.languages()),
                plan.modality().code(),
                plan.capacity(),
                plan.facilitators(),
                plan.staffLed());
    }

    /** @throws Refused naming the field that is missing or cannot be read */
    GroupPlan read(String ownCentre) {
        if (capacity != null && (capacity < 1 || capacity > 1000)) {
            throw Refused.invalid("impossible-capacity", "capacity", "A limit is between 1 and 1000, or absent.");
        }
        var first = startsOn == null ? null : DateText.read("startsOn", startsOn);
        var last = endsOn == null ? null : DateText.read("endsOn", endsOn);
        if (first != null && last != null && last.isBefore(first)) {
            throw Refused.invalid("ends-before-it-starts", "endsOn", "The last date must not be before the first.");
        }
        return new GroupPlan(
                codes("centreId", centreId == null ? List.of(ownCentre) : List.of(centreId))
                        .getFirst(),
                name,
                readPhase(),
                new Series(new WindowText(days, from, to, zone).read(), first, last, dates()),
                Set.copyOf(codes("audience", audience)),
                Set.copyOf(codes("pathways", pathways)),
                readLanguages(),
                readModality(),
                capacity,
                codes("facilitators", facilitators),
                staffLed == null || staffLed);
    }

    private Phase readPhase() {
        return switch (phase) {
            case "iop" -> Phase.IOP;
            case "alumni" -> Phase.ALUMNI;
            case null, default -> throw Refused.invalid("unknown-phase", "phase", "A phase is iop or alumni.");
        };
    }

    private Modality readModality() {
        try {
            return modality == null ? Modality.IN_PERSON : Modality.of(modality);
        } catch (IllegalArgumentException e) {
            throw Refused.invalid(
                    "unknown-modality", "modality", "A group meets in-person, virtual or either way (either).");
        }
    }

    private Set<LocalDate> dates() {
        return (exceptions == null ? List.<String>of() : exceptions)
                .stream().map(text -> DateText.read("exceptions", text)).collect(Collectors.toUnmodifiableSet());
    }

    private Set<String> readLanguages() {
        var given = languages == null ? List.<String>of() : languages;
        if (given.stream().anyMatch(tag -> tag == null || !tag.matches("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,5}"))) {
            throw Refused.invalid("unknown-language", "languages", "Languages are BCP 47 tags, such as en or pt-BR.");
        }
        return given.stream().map(tag -> tag.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
    }

    private static List<String> codes(String field, @Nullable List<String> codes) {
        var given = codes == null ? List.<String>of() : codes;
        if (given.stream().anyMatch(code -> code == null || !code.matches("[a-z][a-z0-9-]{0,63}"))) {
            throw Refused.invalid(
                    "unreadable-code",
                    field,
                    "Codes begin with a letter and are lower-case letters, digits and hyphens.");
        }
        return given.stream().distinct().toList();
    }

    private static List<String> sorted(Set<String> codes) {
        return codes.stream().sorted().toList();
    }
}
