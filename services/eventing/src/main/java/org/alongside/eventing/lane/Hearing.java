package org.alongside.eventing.lane;

import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.springframework.kafka.listener.MessageListener;

/**
 * What happens to one record: it joins its lane when that is parked, else it is applied, else its lane is parked. If
 * none of the three succeeds it stays on the topic and is read again; nothing is ever skipped.
 */
final class Hearing implements MessageListener<String, byte[]> {

    private final LaneListener listener;
    private final Applying applying;
    private final Parking parking;
    private final Consumer<TopicPartition> flows;

    /** @param flows told of the partition after each record that found its place */
    Hearing(LaneListener listener, Applying applying, Parking parking, Consumer<TopicPartition> flows) {
        this.listener = listener;
        this.applying = applying;
        this.parking = parking;
        this.flows = flows;
    }

    @Override
    public void onMessage(ConsumerRecord<String, byte[]> record) {
        try {
            hear(LaneRecord.of(listener.source(), record));
        } catch (TooManyParked | OutOfReach failure) {
            throw failure;
        } catch (RuntimeException failure) {
            throw new OutOfReach(failure);
        } catch (Error failure) {
            throw new Error(failure.getClass().getName()); // ends the consumer; its message would be logged
        }
        flows.accept(new TopicPartition(record.topic(), record.partition()));
    }

    private void hear(LaneRecord record) {
        if (parking.holds(listener, record)) {
            return;
        }
        try {
            applying.apply(listener, record);
        } catch (Unapplicable failure) {
            parking.park(listener, record, failure);
        }
    }
}
