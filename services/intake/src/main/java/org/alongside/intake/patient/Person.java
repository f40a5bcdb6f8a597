package org.alongside.intake.patient;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.alongside.intake.visit.Demographics;
import org.jspecify.annotations.Nullable;

/**
 * Who the person is. Of every part the latest word counts, by when it was recorded and not by when it arrived.
 *
 * @param said when each part was said, by its name
 */
public record Person(Demographics known, Map<String, Stamp> said) {

    static final Person UNKNOWN = new Person(Demographics.UNKNOWN, Map.of());

    /** When something was recorded and sent, and by which message. */
    public record Stamp(Instant recordedAt, Instant sentAt, String messageKey) implements Comparable<Stamp> {

        public Stamp {
            recordedAt = recordedAt.truncatedTo(ChronoUnit.MILLIS);
            sentAt = sentAt.truncatedTo(ChronoUnit.MILLIS);
        }

        @Override
        public int compareTo(Stamp other) {
            int recorded = recordedAt.compareTo(other.recordedAt);
            int sent = recorded == 0 ? sentAt.compareTo(other.sentAt) : recorded;
            return sent == 0 ? messageKey.compareTo(other.messageKey) : sent;
        }
    }

    Person told(Demographics more, Stamp stamp) {
        var stamps = new TreeMap<>(said);
        var next = new Demographics(
                later("family", Demographics::family, more, stamp, stamps),
                later("given", Demographics::given, more, stamp, stamps),
                later("birthDate", Demographics::birthDate, more, stamp, stamps),
                later("sex", Demographics::sex, more, stamp, stamps),
                later("phone", Demographics::phone, more, stamp, stamps),
                later("email", Demographics::email, more, stamp, stamps));
        return new Person(next, new LinkedHashMap<>(stamps));
    }

    private <T> @Nullable T later(
            String part,
            Function<Demographics, @Nullable T> of,
            Demographics more,
            Stamp stamp,
            Map<String, Stamp> stamps) {
        var value = of.apply(more);
        var known = stamps.get(part);
        if (value == null || known != null && known.compareTo(stamp) >= 0) {
            return of.apply(this.known);
        }
        stamps.put(part, stamp);
        return value;
    }

    @Nullable
    LocalDate birthDate() {
        return known.birthDate();
    }

    @Override
    public String toString() {
        return "Person[withheld]";
    }
}
