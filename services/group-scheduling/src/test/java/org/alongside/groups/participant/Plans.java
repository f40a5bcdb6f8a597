package org.alongside.groups.participant;

import java.util.List;
import java.util.Set;
import org.alongside.groups.group.GroupPlan;
import org.alongside.groups.group.Modality;
import org.alongside.groups.timetable.Series;
import org.jspecify.annotations.Nullable;

/** One fact of a plan changed. */
public final class Plans {

    private Plans() {}

    public static GroupPlan series(GroupPlan p, Series series) {
        return plan(
                p,
                p.centreId(),
                series,
                p.audiences(),
                p.pathways(),
                p.languages(),
                p.modality(),
                p.capacity(),
                p.facilitators(),
                p.staffLed());
    }

    static GroupPlan centre(GroupPlan p, String centre) {
        return plan(
                p,
                centre,
                p.series(),
                p.audiences(),
                p.pathways(),
                p.languages(),
                p.modality(),
                p.capacity(),
                p.facilitators(),
                p.staffLed());
    }

    static GroupPlan audience(GroupPlan p, String... audiences) {
        return plan(
                p,
                p.centreId(),
                p.series(),
                Set.of(audiences),
                p.pathways(),
                p.languages(),
                p.modality(),
                p.capacity(),
                p.facilitators(),
                p.staffLed());
    }

    static GroupPlan pathway(GroupPlan p, String... pathways) {
        return plan(
                p,
                p.centreId(),
                p.series(),
                p.audiences(),
                Set.of(pathways),
                p.languages(),
                p.modality(),
                p.capacity(),
                p.facilitators(),
                p.staffLed());
    }

    static GroupPlan languages(GroupPlan p, String... languages) {
        return plan(
                p,
                p.centreId(),
                p.series(),
                p.audiences(),
                p.pathways(),
                Set.of(languages),
                p.modality(),
                p.capacity(),
                p.facilitators(),
                p.staffLed());
    }

    static GroupPlan modality(GroupPlan p, Modality modality) {
        return plan(
                p,
                p.centreId(),
                p.series(),
                p.audiences(),
                p.pathways(),
                p.languages(),
                modality,
                p.capacity(),
                p.facilitators(),
                p.staffLed());
    }

    static GroupPlan capacity(GroupPlan p, @Nullable Integer capacity) {
        return plan(
                p,
                p.centreId(),
                p.series(),
                p.audiences(),
                p.pathways(),
                p.languages(),
                p.modality(),
                capacity,
                p.facilitators(),
                p.staffLed());
    }

    static GroupPlan peerLed(GroupPlan p) {
        return plan(
                p,
                p.centreId(),
                p.series(),
                p.audiences(),
                p.pathways(),
                p.languages(),
                p.modality(),
                p.capacity(),
                p.facilitators(),
                false);
    }

    private static GroupPlan plan(
            GroupPlan p,
            String centre,
            Series series,
            Set<String> audiences,
            Set<String> pathways,
            Set<String> languages,
            Modality modality,
            @Nullable Integer capacity,
            List<String> facilitators,
            boolean staffLed) {
        return new GroupPlan(
                centre,
                p.name(),
                p.phase(),
                series,
                audiences,
                pathways,
                languages,
                modality,
                capacity,
                facilitators,
                staffLed);
    }
}
