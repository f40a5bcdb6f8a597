package org.alongside.eventing.lane;

import java.time.Instant;
import org.alongside.eventing.document.Cause;

/**
 * The envelope of a record that is being applied.
 *
 * @param source the short name of the service that told it
 * @param lane the id of the document it is about, such as a patientId
 * @param type the wire name without the service, such as {@code patient-admitted}
 * @param sequence its number in the lane
 * @param time when it was decided, by the clock of the decision
 * @param id the event's unique id
 */
public record Incoming(String source, String lane, String type, long sequence, Instant time, String id) {

    /** What to pass to the one document change that applies this record. */
    public Cause.Receipt receipt() {
        return new Cause.Receipt(source, sequence);
    }
}
