package org.alongside.audit.ledger;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One line of the ledger. Several lines may have the same key: the last one says what became of it, and what it leaves
 * out (patient, reference, details) still holds from the earlier ones.
 *
 * <p>What the audit reads of {@code reference} and {@code detail}, by kind:
 *
 * <ul>
 *   <li>{@code adt}: reference = a hash that stands for the visit; {@code trigger} (such as {@code A04}), {@code recorded}
 *       (EVN-2, RFC 3339), {@code ours} ({@code false} when the visit is in none of our programmes)
 *   <li>{@code consent}, {@code revocation}: reference = consentId
 *   <li>{@code profile}, {@code release}: {@code version}, which the answer gave it
 *   <li>{@code acceptance}, {@code decline}: reference = offerId; {@code by} ({@code patient}, {@code mentor}, {@code
 *       staff})
 *   <li>{@code attendance}: reference = groupId; {@code date} (local), and the people by outcome: {@code present}, {@code
 *       absent}, {@code excused}, each a list of patientIds separated by blanks
 *   <li>{@code contact}: {@code at} (RFC 3339), {@code minutes}
 *   <li>{@code closure}: reference = taskId; {@code answer}: reference = checkInId
 *   <li>{@code clock}: {@code now} (RFC 3339), what the centre's clock was moved to
 *   <li>{@code command}: any other change that was acknowledged; {@code event} is the type that must have been told of it,
 *       or several, separated by blanks, of which one must; {@code lane} is whose, where it is not the patient's; {@code
 *       field} and {@code value} say about what, where the lane has more than one; with {@code once} ({@code true}) it must
 *       not have been told again. Without {@code event} it tells nothing
 * </ul>
 *
 * @param at when the line was written, in real time
 * @param key unique for what was sent; a repetition of the same message or request has the same key
 * @param patient the opaque patientId once it is known
 * @param reference what the answer or the message is about, always opaque: never a number the sender knows a person by
 */
public record Entry(
        Instant at,
        Kind kind,
        String key,
        State state,
        @Nullable String patient,
        @Nullable String reference,
        Map<String, String> detail) {

    /** What was sent. */
    public enum Kind {
        ADT,
        CONSENT,
        REVOCATION,
        PROFILE,
        RELEASE,
        ACCEPTANCE,
        DECLINE,
        ATTENDANCE,
        CONTACT,
        CLOSURE,
        ANSWER,
        CLOCK,
        COMMAND
    }

    /** How far it came. What was sent and neither acknowledged nor refused may or may not have had its effect. */
    public enum State {
        SENT,
        ACKNOWLEDGED,
        REFUSED
    }

    public Entry {
        detail = Map.copyOf(detail);
    }

    public boolean acknowledged() {
        return state == State.ACKNOWLEDGED;
    }

    /** A detail, or an empty text. */
    public String detail(String name) {
        return detail.getOrDefault(name, "");
    }

    /** This later line, completed by what an earlier one of the same key said. */
    Entry after(Entry earlier) {
        var details = new TreeMap<>(earlier.detail);
        details.putAll(detail);
        return new Entry(
                at,
                kind,
                key,
                state,
                patient == null ? earlier.patient : patient,
                reference == null ? earlier.reference : reference,
                details);
    }

    static String wire(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
