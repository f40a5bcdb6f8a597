package org.alongside.intake.adt;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;
import org.alongside.intake.adt.OurProgrammes.Concern;
import org.alongside.intake.visit.Demographics;
import org.alongside.intake.visit.Dispositions;
import org.alongside.intake.visit.LevelOfCare;
import org.alongside.intake.visit.Plausible;
import org.alongside.intake.visit.Trigger;
import org.alongside.intake.visit.VisitMessage;
import org.alongside.intake.visit.Whereabouts;
import org.jspecify.annotations.Nullable;

/** What one sender's message says of one visit, in our words. */
final class ReadingVisits {

    private static final FieldPath TYPE = FieldPath.of("MSH-9");
    private static final FieldPath RECORDED = FieldPath.of("EVN-2");
    private static final FieldPath PLANNED = FieldPath.of("EVN-3");
    private static final FieldPath OCCURRED = FieldPath.of("EVN-6");
    private static final FieldPath SENT = FieldPath.of("MSH-7");
    private static final FieldPath BIRTH = FieldPath.of("PID-7");
    private static final FieldPath DIED_AT = FieldPath.of("PID-29");
    private static final FieldPath DIED = FieldPath.of("PID-30");
    private static final FieldPath PHONES = FieldPath.of("PID-13");
    private static final FieldPath ADMITTED = FieldPath.of("PV1-44");
    private static final FieldPath DISCHARGED = FieldPath.of("PV1-45");
    private static final FieldPath EXPECTED = FieldPath.of("PV2-9");

    private final Er7Message message;
    private final Sender sender;
    private final Instant now;
    private final Concern concern;

    ReadingVisits(Er7Message message, Sender sender, Instant now) {
        this(message, sender, now, Concern.OURS);
    }

    private ReadingVisits(Er7Message message, Sender sender, Instant now, Concern concern) {
        this.message = message;
        this.sender = sender;
        this.now = now;
        this.concern = concern;
    }

    /**
     * A time, and where it stands.
     *
     * @param until what is left out of it may be anything up to here
     */
    private record Stated(Instant at, Instant until, FieldPath field) {}

    /**
     * What may be another clinic's is read without who and where, and what comes from a place that is none of ours without
     * where; neither is refused for a code.
     */
    ReadingVisits as(Concern known) {
        return new ReadingVisits(message, sender, now, known);
    }

    /** Empty unless it is ADT, and of it something that is understood. */
    Optional<Trigger> trigger() {
        var event = event(message);
        return Arrays.stream(Trigger.values())
                .filter(trigger -> trigger.name().equals(event) && "ADT".equals(message.value(TYPE)))
                .findFirst();
    }

    /** What to say of a message without a trigger of ours. */
    NotTaken unsupported() {
        if (!"ADT".equals(message.required(TYPE))) {
            return Rule.UNSUPPORTED_MESSAGE.at("MSH-9");
        }
        return (event(message) == null ? Rule.REQUIRED : Rule.UNSUPPORTED_TRIGGER).at("MSH-9");
    }

    static boolean admits(Er7Message message) {
        var event = event(message);
        return "A01".equals(event) || "A04".equals(event);
    }

    /** Takes a visit further that was admitted before. */
    static boolean follows(Er7Message message) {
        var event = event(message);
        return Arrays.stream(Trigger.values())
                .anyMatch(trigger -> trigger.name().equals(event) && !trigger.admits() && trigger != Trigger.A08);
    }

    /** The same, or an update. */
    static boolean goesOn(Er7Message message) {
        return follows(message) || Trigger.A08.name().equals(event(message));
    }

    static @Nullable String event(Er7Message message) {
        return first(message.value("MSH-9.2"), message.value("EVN-1"));
    }

    /** @param keys what recognises this very message */
    VisitMessage read(Trigger trigger, MessageKeys keys) {
        var recorded = recordedAt();
        var visit = concern == Concern.PERSON_ALONE ? null : message.value(sender.visitNumber());
        if (visit == null && trigger != Trigger.A08) {
            throw Rule.REQUIRED.at(sender.visitNumber());
        }
        boolean admits = trigger.admits();
        var sent = time(SENT);
        var admitted = admits ? happened(ADMITTED, OCCURRED) : happened(ADMITTED);
        var discharged = visit == null ? null : discharged(trigger);
        if (admitted != null && discharged != null && discharged.at().isBefore(admitted.at())) {
            if (!discharged.until().isAfter(admitted.at())) {
                throw Rule.LEFT_BEFORE_COMING.at(discharged.field());
            }
            discharged = admitted; // a day or an hour begins before anybody was admitted in it
        }
        return new VisitMessage(
                keys.exact(),
                keys.sender(),
                trigger,
                recorded,
                sent == null ? recorded : sent,
                RecordNumbers.of(message, sender, keys.sender()),
                concern == Concern.PERHAPS_OURS ? null : demographics(recorded),
                visit,
                concern == Concern.OURS ? whereabouts(trigger) : null,
                admitted == null ? null : admitted.at(),
                discharged == null ? null : discharged.at(),
                trigger == Trigger.A16 ? planned() : null,
                visit == null ? null : disposition(trigger),
                false);
    }

    /** EVN-2 decides the order; who leaves it out is taken at the word of MSH-7. */
    private Instant recordedAt() {
        var recorded = happened(RECORDED, SENT);
        if (recorded == null) {
            throw Rule.REQUIRED.at(RECORDED);
        }
        return recorded.at();
    }

    private @Nullable Stated happened(FieldPath... fields) {
        return stated(at -> Plausible.happened(at, now), fields);
    }

    private @Nullable Instant planned() {
        var stated = stated(at -> Plausible.foreseeable(at, now), EXPECTED, PLANNED);
        return stated == null ? null : stated.at();
    }

    /** The first of the fields that says when; what cannot be meant names that field. */
    private @Nullable Stated stated(Predicate<Instant> possible, FieldPath... fields) {
        for (var field : fields) {
            var text = message.value(field);
            if (text != null) {
                var at = Hl7Time.instant(text, sender.zone(), field);
                if (!possible.test(at) || !Plausible.withinLivingMemory(at, now)) {
                    throw Rule.IMPOSSIBLE_TIME.at(field);
                }
                return new Stated(at, Hl7Time.end(text, sender.zone(), field), field);
            }
        }
        return null;
    }

    private @Nullable Whereabouts whereabouts(Trigger trigger) {
        return trigger.admits() ? admitting() : trigger == Trigger.A08 ? whereabouts() : whereaboutsIfKnown();
    }

    private Whereabouts admitting() {
        return new Whereabouts(
                sender.programme().required(message),
                track(),
                level(sender.levelOfCare().code().required(message)));
    }

    private @Nullable Whereabouts whereabouts() {
        return whereabouts(
                sender.programme().of(message),
                track(),
                sender.levelOfCare().code().of(message));
    }

    /** A discharge from a corridor is a discharge: where it happened must not keep it from being taken. */
    private @Nullable Whereabouts whereaboutsIfKnown() {
        var table = sender.track();
        return whereabouts(
                sender.programme().ifKnown(message),
                table == null ? null : table.ifKnown(message).orElse(null),
                sender.levelOfCare().code().ifKnown(message));
    }

    /** A message that leaves out the programme says a level only if it names one. */
    private @Nullable Whereabouts whereabouts(
            Optional<String> programme, @Nullable String track, Optional<String> level) {
        boolean levelAlone = sender.programme().silent(message)
                && !sender.levelOfCare().code().silent(message);
        return level.isEmpty() || programme.isEmpty() && !levelAlone
                ? null
                : new Whereabouts(programme.orElse(null), track, level(level.get()));
    }

    private LevelOfCare level(String code) {
        return new LevelOfCare(sender.levelOfCare().edition(), code);
    }

    private @Nullable String track() {
        var table = sender.track();
        return table == null ? null : table.of(message).orElse(null);
    }

    /** An update occurred when it was written, not when somebody left. */
    private @Nullable Stated discharged(Trigger trigger) {
        return switch (trigger) {
            case A03 -> happened(DISCHARGED, OCCURRED);
            case A08 -> died() ? happened(DISCHARGED, DIED_AT) : happened(DISCHARGED);
            case A04, A01, A16, A25, A13, A11 -> null;
        };
    }

    private boolean died() {
        return "Y".equals(message.value(DIED));
    }

    private @Nullable String disposition(Trigger trigger) {
        boolean updates = trigger == Trigger.A08;
        if (!updates && trigger != Trigger.A03) {
            return null;
        }
        if (died()) {
            return Dispositions.DIED;
        }
        var table = sender.disposition();
        if (updates && table.silent(message)) {
            return null; // what stands for a discharge without a code would overwrite the code of the discharge
        }
        return (concern == Concern.OURS ? table.of(message) : table.ifKnown(message)).orElse(null);
    }

    private Demographics demographics(Instant recorded) {
        return new Demographics(
                first(message.value("PID-5.1.1"), message.value("PID-5.1")),
                message.value("PID-5.2"),
                birthDate(recorded),
                message.value("PID-8"),
                contact(false),
                contact(true));
    }

    private @Nullable LocalDate birthDate(Instant recorded) {
        var text = message.value(BIRTH);
        var date = text == null ? null : Hl7Time.date(text, BIRTH);
        if (date != null
                && (date.isAfter(recorded.atZone(sender.zone()).toLocalDate())
                        || !Plausible.withinLivingMemory(date, now))) {
            throw Rule.IMPOSSIBLE_TIME.at(BIRTH);
        }
        return date;
    }

    /** XTN: an address has the equipment type Internet; a number stands in the first or twelfth component. */
    private @Nullable String contact(boolean email) {
        for (int repetition : message.repetitions(PHONES)) {
            boolean internet = "Internet".equalsIgnoreCase(message.value(PHONES.part(3), repetition));
            if (internet == email) {
                var found = email
                        ? first(message.value(PHONES.part(4), repetition), message.value(PHONES.part(1), repetition))
                        : first(message.value(PHONES.part(1), repetition), message.value(PHONES.part(12), repetition));
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    private @Nullable Instant time(FieldPath field) {
        var text = message.value(field);
        return text == null ? null : Hl7Time.instant(text, sender.zone(), field);
    }

    private static <T> @Nullable T first(@Nullable T one, @Nullable T other) {
        return one == null ? other : one;
    }
}
