package org.alongside.intake;

import java.time.Instant;
import java.time.LocalDate;
import org.alongside.intake.visit.Demographics;
import org.alongside.intake.visit.Identity;
import org.alongside.intake.visit.LevelOfCare;
import org.alongside.intake.visit.Trigger;
import org.alongside.intake.visit.VisitMessage;
import org.alongside.intake.visit.Whereabouts;
import org.jspecify.annotations.Nullable;

/** A message that is made by saying only what matters to a test. */
public record Says(
        Trigger trigger,
        String at,
        String sent,
        @Nullable String visit,
        @Nullable String level,
        @Nullable String track,
        @Nullable String admitted,
        @Nullable String discharged,
        @Nullable String expected,
        @Nullable String disposition,
        @Nullable LocalDate birthDate,
        String variant) {

    public static final Identity SOMEBODY = new Identity("NORTH", "100");
    public static final String FEED = "EPIC|NORTH";

    public static Says says(Trigger trigger, String at) {
        boolean places = trigger == Trigger.A01 || trigger == Trigger.A04;
        return new Says(
                trigger,
                at,
                at,
                "V1",
                places ? "2.1" : null,
                "evening",
                null,
                null,
                null,
                trigger == Trigger.A03 ? "completed" : null,
                LocalDate.of(1990, 5, 1),
                "");
    }

    public Says visit(@Nullable String number) {
        return new Says(
                trigger,
                at,
                sent,
                number,
                level,
                track,
                admitted,
                discharged,
                expected,
                disposition,
                birthDate,
                variant);
    }

    public Says level(@Nullable String code) {
        return new Says(
                trigger, at, sent, visit, code, track, admitted, discharged, expected, disposition, birthDate, variant);
    }

    public Says track(@Nullable String code) {
        return new Says(
                trigger, at, sent, visit, level, code, admitted, discharged, expected, disposition, birthDate, variant);
    }

    public Says sent(String when) {
        return new Says(
                trigger,
                at,
                when,
                visit,
                level,
                track,
                admitted,
                discharged,
                expected,
                disposition,
                birthDate,
                variant);
    }

    public Says admitted(String when) {
        return new Says(
                trigger, at, sent, visit, level, track, when, discharged, expected, disposition, birthDate, variant);
    }

    public Says discharged(String when) {
        return new Says(
                trigger, at, sent, visit, level, track, admitted, when, expected, disposition, birthDate, variant);
    }

    public Says expected(String when) {
        return new Says(
                trigger, at, sent, visit, level, track, admitted, discharged, when, disposition, birthDate, variant);
    }

    public Says disposition(@Nullable String code) {
        return new Says(
                trigger, at, sent, visit, level, track, admitted, discharged, expected, code, birthDate, variant);
    }

    public Says born(@Nullable LocalDate day) {
        return new Says(
                trigger, at, sent, visit, level, track, admitted, discharged, expected, disposition, day, variant);
    }

    public Says again(String name) {
        return new Says(
                trigger, at, sent, visit, level, track, admitted, discharged, expected, disposition, birthDate, name);
    }

    public VisitMessage message() {
        return message(false);
    }

    public VisitMessage message(boolean counterReset) {
        return of(SOMEBODY, counterReset);
    }

    /** The same, said of another. */
    public VisitMessage of(Identity who) {
        return of(who, false);
    }

    private VisitMessage of(Identity who, boolean counterReset) {
        return new VisitMessage(
                Integer.toHexString(hashCode()) + trigger + at + visit + variant,
                FEED,
                trigger,
                Instant.parse(at),
                Instant.parse(sent),
                who,
                new Demographics("Family", "Given", birthDate, null, null, null),
                visit,
                level == null ? null : new Whereabouts("iop", track, new LevelOfCare("3", level)),
                when(admitted),
                when(discharged),
                when(expected),
                disposition,
                counterReset);
    }

    private static @Nullable Instant when(@Nullable String text) {
        return text == null ? null : Instant.parse(text);
    }
}
