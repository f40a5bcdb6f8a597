package org.alongside.continuum;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.alongside.continuum.centre.StaffMember;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the centre works, from {@code continuum.yml}. Every number's source is {@code domain.md}, "After discharge"; all of
 * them are decisions of ours that a centre may decide otherwise.
 *
 * @param staff who can own a task; every duty needs somebody
 */
@ConfigurationProperties("alongside.continuum")
public record ContinuumSettings(
        @DefaultValue Calendar calendar,
        List<StaffMember> staff,
        @DefaultValue Handoff handoff,
        @DefaultValue CheckIns checkIns,
        @DefaultValue Tasks tasks,
        @DefaultValue Absences absences,
        @DefaultValue Crisis crisis) {

    /** @param zone IANA, such as {@code America/New_York} */
    public record Calendar(
            @DefaultValue("America/New_York") ZoneId zone,

            @DefaultValue({"monday", "tuesday", "wednesday", "thursday", "friday"})
            Set<DayOfWeek> workingDays,

            @DefaultValue("09:00") LocalTime opens,
            @DefaultValue("17:00") LocalTime closes,
            @DefaultValue("21:00") LocalTime quietFrom,
            @DefaultValue("09:00") LocalTime quietUntil) {}

    /** Deadlines after a sudden discharge; a planned one has its own date. */
    public record Handoff(
            @DefaultValue("24h") Duration peerContact,
            @DefaultValue("24h") Duration firstCheckIn,
            @DefaultValue("24h") Duration leaveToContact,
            @DefaultValue("2") int alumniSeatWorkingDays,
            @DefaultValue("7d") Duration firstSession,
            @DefaultValue("1h") Duration grace) {}

    public record CheckIns(
            @DefaultValue({"1", "3", "7"}) List<Integer> days,
            @DefaultValue("24h") Duration answerWithin,
            @DefaultValue("2") int missesInARow) {}

    /** @param atOnce how soon an answer that says risk has to be followed */
    public record Tasks(@DefaultValue("30m") Duration atOnce) {}

    /** @param alumniInARow so many alumni sessions missed in a row are a task */
    public record Absences(@DefaultValue("3") int alumniInARow) {}

    /** What is shown wherever somebody may need help at once. */
    public record Crisis(
            @DefaultValue("988") String number,

            @DefaultValue("Call, text or chat, at any hour. You do not have to wait for us.")
            String words) {}
}
