package org.alongside.mentorship.mentor;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.alongside.eventing.web.Refused;
import org.alongside.mentorship.availability.Window;
import org.jspecify.annotations.Nullable;

/**
 * Who a mentor is to matching, as a supervisor keeps it. Only codes and dates; no name.
 *
 * @param employed by the programme; the others are volunteers
 * @param capacity how many people at once; missing means what the centre settled for the relation
 * @param keptForDischarged how many of the places only somebody gets whose hand-off asks; missing means none, and none
 *     without {@code acceptsAlumni}
 * @param clearances the last valid day of each, in UTC, by code such as {@code background-check}
 * @param certifiedUntil the last valid day of a coach's certification
 * @param recoverySince needed of volunteers only
 * @param ownDischarge when they left treatment themselves, if they were treated here
 * @param avoid people they must not be matched with
 * @param acceptsAlumni whether they go on with someone after discharge; who no longer does hands over those whom the
 *     hand-off asks for and whose discharge is ahead, and keeps those discharged already
 */
public record MentorProfile(
        @NotNull @Pattern(regexp = CODE) String centreId,
        @NotNull Relation relation,
        @NotNull Boolean employed,
        @PositiveOrZero @Max(200) @Nullable Integer capacity,
        @PositiveOrZero Integer keptForDischarged,
        Map<@Pattern(regexp = CODE) String, @NotNull LocalDate> clearances,
        @Nullable LocalDate certifiedUntil,
        @Nullable LocalDate recoverySince,
        @Nullable LocalDate ownDischarge,

        @Pattern(regexp = "female|male|non-binary") @Nullable
        String gender,

        @Pattern(regexp = "18-25|26-35|36-50|51-65|over-65") @Nullable
        String ageBand,

        @Size(max = 50) List<@NotNull @Pattern(regexp = LANGUAGE) String> languages,
        @Size(max = 50) List<@NotNull @Pattern(regexp = CODE) String> pathways,
        @Pattern(regexp = "seeks|neutral|secular") @Nullable String spirituality,
        @Size(max = 50) List<@NotNull @Pattern(regexp = "medication|lgbtq") String> affirming,
        @Size(max = 50) List<@NotNull @Pattern(regexp = CODE) String> audiences,

        @Pattern(regexp = "in-person|virtual|either") @Nullable
        String modality,

        @Size(max = 50) List<@NotNull @Valid Window> availability,
        @Size(max = 50) List<@NotNull @Pattern(regexp = CODE) String> lifeStage,
        @Size(max = 500) List<@NotNull @Pattern(regexp = "[0-9a-f]{32}") String> avoid,
        @Nullable Boolean acceptsAlumni) {

    /** As in a person's profile, so that each can be wished for; a birth date or a record number is none. */
    private static final String CODE = "[a-z][a-z0-9-]{0,63}";

    private static final String LANGUAGE = "[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,5}";
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2200;

    public MentorProfile {
        keptForDischarged = keptForDischarged == null ? 0 : keptForDischarged;
        clearances = clearances == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(clearances));
        languages = orNone(languages);
        pathways = orNone(pathways);
        affirming = orNone(affirming);
        audiences = orNone(audiences);
        availability = orNone(availability);
        lifeStage = orNone(lifeStage);
        avoid = orNone(avoid);
        clearances.values().forEach(day -> possible("clearances", day));
        possible("certifiedUntil", certifiedUntil);
        possible("recoverySince", recoverySince);
        possible("ownDischarge", ownDischarge);
    }

    /** What was left out is nothing; a null in a list stays, for the validation to name it. */
    private static <T> List<T> orNone(@Nullable List<T> part) {
        return part == null ? List.of() : part.stream().toList();
    }

    private static void possible(String field, @Nullable LocalDate day) {
        if (day != null && (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR)) {
            throw Refused.invalid(
                    "impossible-date", field, "The year is one from " + FIRST_YEAR + " to " + LAST_YEAR + ".");
        }
    }

    public boolean employedCoach() {
        return relation == Relation.COACH && employed;
    }

    public boolean goesOnAfterDischarge() {
        return Boolean.TRUE.equals(acceptsAlumni);
    }

    public boolean cleared(String clearance, Instant now) {
        return valid(clearances.get(clearance), now);
    }

    public boolean certified(Instant now) {
        return valid(certifiedUntil, now);
    }

    /** Of the clearances that are needed those that do not hold, and a coach's certification where it does not. */
    List<String> lapsed(Collection<String> needed, Instant now) {
        var clearance = needed.stream().filter(code -> !cleared(code, now)).sorted();
        boolean certificate = relation == Relation.COACH && !certified(now);
        return Stream.concat(clearance, certificate ? Stream.of("certification") : Stream.empty())
                .toList();
    }

    private static boolean valid(@Nullable LocalDate until, Instant now) {
        return until != null && now.isBefore(lapse(until));
    }

    private static Instant lapse(LocalDate until) {
        return until.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** The next time that a clearance or the certification lapses. */
    Optional<Instant> nextLapse(Instant after) {
        return Stream.concat(clearances.values().stream(), Stream.ofNullable(certifiedUntil))
                .map(MentorProfile::lapse)
                .filter(after::isBefore)
                .min(Comparator.naturalOrder());
    }
}
