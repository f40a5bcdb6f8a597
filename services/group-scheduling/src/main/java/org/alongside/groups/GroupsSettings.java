package org.alongside.groups;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.alongside.groups.timetable.WindowText;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the centre decides about its peer groups. Sources of the numbers: the centre's own policy; the defaults are
 * decisions of the design, open to a better one.
 *
 * @param centre the centre of groups that name none
 * @param tracks therapy blocks by track code
 * @param iopSeats peer seats beside therapy where no level of care says otherwise
 * @param levels peer seats by level of care
 * @param overlapDays by disposition: how long after discharge a peer seat of the IOP phase lasts once a task took over
 * @param weights of the soft preferences
 * @param compareEvery real time between two comparisons of claims with seats
 */
@ConfigurationProperties("alongside.groups")
public record GroupsSettings(
        @DefaultValue("centre") String centre,
        @DefaultValue Map<String, Track> tracks,
        @DefaultValue("1") int iopSeats,
        @DefaultValue List<Level> levels,
        @DefaultValue Map<String, Integer> overlapDays,
        @DefaultValue Weights weights,
        @DefaultValue("5s") Duration compareEvery) {

    /**
     * @param blocks when therapy is
     * @param peerHours hours inside the blocks that belong to peer groups, so that a seat there is no clash
     */
    public record Track(
            @DefaultValue List<WindowText> blocks,
            @DefaultValue List<WindowText> peerHours) {

        /** @throws org.alongside.eventing.web.Refused when a window cannot be read, so that nothing starts with it */
        public Track {
            blocks.forEach(WindowText::read);
            peerHours.forEach(WindowText::read);
        }
    }

    /** A level of care is only known together with the edition of the ASAM criteria that names it. */
    public record Level(String edition, String code, int iopSeats) {}

    /** How much each soft preference counts; the parts of a score add up to at most their sum. */
    public record Weights(
            @DefaultValue("0.30") double pathway,
            @DefaultValue("0.25") double audience,
            @DefaultValue("0.20") double modality,
            @DefaultValue("0.15") double availability,
            @DefaultValue("0.10") double load) {}

    public int overlapAfter(String disposition) {
        return overlapDays.getOrDefault(disposition, 0);
    }
}
