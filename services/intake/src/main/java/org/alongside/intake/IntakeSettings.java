package org.alongside.intake;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.alongside.intake.visit.PatientIds;
import org.alongside.intake.visit.Placement;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a centre settles for itself.
 *
 * @param patientIdKey the key of the hash that patientIds are; changing it makes everybody a new person, and the default is
 *     known to everyone, so it is for development and evaluation only
 * @param centreId stands in every event, and so has the form that the contract gives it
 * @param gap visits of one person in one programme this far apart or less are one admission
 * @param profileWait after this long without a profile the worklist proposes to release without it
 * @param programmes where staff may admit by hand; what a feed says is told by its sender's tables. They stand in events,
 *     and so what is no code is refused at start and not with the first admission
 */
@ConfigurationProperties("alongside.intake")
public record IntakeSettings(
        @DefaultValue(PatientIds.DEVELOPMENT_KEY) String patientIdKey,
        @DefaultValue("centre") String centreId,
        @DefaultValue("7d") Duration gap,
        @DefaultValue("48h") Duration profileWait,
        @DefaultValue List<Programme> programmes) {

    public static final IntakeSettings DEFAULTS = new IntakeSettings(
            PatientIds.DEVELOPMENT_KEY,
            "centre",
            Duration.ofDays(7),
            Duration.ofHours(48),
            List.of(new Programme("iop", List.of("morning", "evening"))));

    public IntakeSettings {
        if (!centreId.matches("[a-z0-9-]{1,64}")) {
            throw new IllegalArgumentException(
                    "alongside.intake.centre-id takes 1 to 64 lower-case letters, digits and hyphens");
        }
        if (!areCodes(programmes.stream().map(Programme::code).toList())
                || !programmes.stream().map(Programme::tracks).allMatch(IntakeSettings::areCodes)) {
            throw new IllegalArgumentException("alongside.intake.programmes takes each programme once and each of its"
                    + " tracks once, in 1 to 64 lower-case letters, digits and single hyphens, a letter first");
        }
    }

    private static boolean areCodes(List<String> codes) {
        return Set.copyOf(codes).size() == codes.size()
                && codes.stream().allMatch(code -> code.length() <= 64 && Placement.CODE.test(code));
    }

    /** A programme of the centre, and the tracks it has. */
    public record Programme(
            @DefaultValue("") String code, @DefaultValue List<String> tracks) {}

    @Override
    public String toString() {
        return "IntakeSettings[centreId=" + centreId + ", gap=" + gap + ", profileWait=" + profileWait + "]";
    }
}
