package org.alongside.groups.group;

import java.util.List;
import java.util.Set;
import org.alongside.groups.timetable.Series;
import org.jspecify.annotations.Nullable;

/**
 * What the centre says of a group.
 *
 * @param audiences who it is for; empty when it is for everyone
 * @param pathways empty when it follows no particular one
 * @param capacity null when it has no limit; such a group's seats are not claimed
 * @param facilitators opaque ids of staff and peers who lead it
 * @param staffLed staff lead or co-lead it, so that a seat discloses nothing to outsiders
 */
public record GroupPlan(
        String centreId,
        @Nullable String name,
        Phase phase,
        Series series,
        Set<String> audiences,
        Set<String> pathways,
        Set<String> languages,
        Modality modality,
        @Nullable Integer capacity,
        List<String> facilitators,
        boolean staffLed) {

    GroupPlan with(Series changed) {
        return new GroupPlan(
                centreId,
                name,
                phase,
                changed,
                audiences,
                pathways,
                languages,
                modality,
                capacity,
                facilitators,
                staffLed);
    }
}
