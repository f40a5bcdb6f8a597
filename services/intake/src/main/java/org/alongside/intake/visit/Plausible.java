package org.alongside.intake.visit;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Which days and instants can be meant at all. What lies outside is a slip of the keyboard or a clock that is wrong. */
public final class Plausible {

    /** A clock of the centre or of a sender may be a little ahead of ours, and its zone further. */
    private static final Duration AHEAD = Duration.ofDays(1);

    private static final int LIVING_MEMORY = 130;
    private static final int FORESEEABLE = 10;

    private Plausible() {}

    public static boolean happened(Instant at, Instant now) {
        return !at.isAfter(now.plus(AHEAD));
    }

    public static boolean happened(LocalDate day, Instant now) {
        return !day.isAfter(now.plus(AHEAD).atZone(ZoneOffset.UTC).toLocalDate());
    }

    public static boolean withinLivingMemory(Instant at, Instant now) {
        return !at.isBefore(now.atZone(ZoneOffset.UTC).minusYears(LIVING_MEMORY).toInstant());
    }

    public static boolean withinLivingMemory(LocalDate day, Instant now) {
        return !day.isBefore(now.atZone(ZoneOffset.UTC).toLocalDate().minusYears(LIVING_MEMORY));
    }

    /** Nothing is planned or agreed to for longer than ten years. */
    public static boolean foreseeable(Instant at, Instant now) {
        return !at.isAfter(now.atZone(ZoneOffset.UTC).plusYears(FORESEEABLE).toInstant());
    }
}
