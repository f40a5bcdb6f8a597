package org.alongside.intake.visit;

import org.jspecify.annotations.Nullable;

/** Where a message says that the person is treated. What it leaves out says nothing and keeps what was known before. */
public record Whereabouts(
        @Nullable String programme, @Nullable String track, LevelOfCare levelOfCare) {

    public static Whereabouts of(Placement placement) {
        return new Whereabouts(placement.programme(), placement.track(), placement.levelOfCare());
    }

    /** Null as long as nothing says in which programme. */
    @Nullable
    Placement after(@Nullable Placement known) {
        if (known == null) {
            return programme == null ? null : new Placement(programme, track, levelOfCare);
        }
        var where = programme == null ? known.programme() : programme;
        var kept = track == null && where.equals(known.programme()) ? known.track() : track;
        return new Placement(where, kept, levelOfCare);
    }
}
