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
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.alongside.mentorship.availability.Window;
import org.jspecify.annotations.Nullable;

/**
 * Who a mentor is to matching, as a supervisor keeps it. Only codes and dates; no name.
 *
 * @param employed by the programme; the others are volunteers
 * @param capacity how many people at once; missing means what the centre settled for the relation
 * @param clearances the last valid day of each, in UTC, by code such as {@code background-check}
 * @param certifiedUntil the last valid day of a coach's certification
 * @param recoverySince needed of volunteers only
 * @param ownDischarge when they left treatment themselves, if they were treated here
 * @param avoid people they must not be matched with
 * @param acceptsAlumni whether they go on with someone after discharge
 */
public record MentorProfile(
        @NotNull @Pattern(regexp = "[a-z][a-z0-9-]{0,63}") String centreId,
        @NotNull Relation relation,
        @NotNull Boolean employed,
        @PositiveOrZero @Max(200) @Nullable Integer capacity,
        Map<@Pattern(regexp = CODE) String, LocalDate> clearances,
        @Nullable LocalDate certifiedUntil,
        @Nullable LocalDate recoverySince,
        @Nullable LocalDate ownDischarge,
        @Pattern(regexp = CODE) @Nullable String gender,
        @Nullable String ageBand,
        @Size(max = 50) List<@Pattern(regexp = CODE) String> languages,
        @Size(max = 50) List<@Pattern(regexp = CODE) String> pathways,
        @Pattern(regexp = "seeks|neutral|secular") @Nullable String spirituality,
        @Size(max = 50) List<@Pattern(regexp = CODE) String> affirming,
        @Size(max = 50) List<@Pattern(regexp = CODE) String> audiences,

        @Pattern(regexp = "in-person|virtual|either") @Nullable
        String modality,

        @Size(max = 50) List<@Valid Window> availability,
        @Size(max = 50) List<@Pattern(regexp = CODE) String> lifeStage,
        @Size(max = 500) List<@Pattern(regexp = CODE) String> avoid,
        @Nullable Boolean acceptsAlumni) {

    private static final String CODE = "[A-Za-z0-9-]{1,64}";

    public MentorProfile {
        clearances = clearances == null ? Map.of() : Map.copyOf(clearances);
        languages = orNone(languages);
        pathways = orNone(pathways);
        affirming = orNone(affirming);
        audiences = orNone(audiences);
        availability = orNone(availability);
        lifeStage = orNone(lifeStage);
        avoid = orNone(avoid);
    }

    @SuppressWarnings("NullAway") // JSON leaves lists out
    private static <T> List<T> orNone(@Nullable List<T> part) {
        return part == null ? List.of() : List.copyOf(part);
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
