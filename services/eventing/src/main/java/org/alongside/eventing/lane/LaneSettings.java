package org.alongside.eventing.lane;

import java.time.Duration;

/**
 * What the lanes of one service need to know.
 *
 * @param service the short name: the service tells on {@code alongside.<service>} and hears as the consumer groups
 *     {@code <service>.alongside.<source>}
 * @param partitions of every topic; never changes, because a lane's order lives in its partition
 * @param parkedLimit lanes that one instance may park before it takes the fault for its own and stops hearing
 * @param sessionTimeout after which the broker gives the partitions of an instance that fell silent to another
 */
public record LaneSettings(String service, int partitions, int parkedLimit, Duration sessionTimeout) {

    String ownTopic() {
        return "alongside." + service;
    }

    String group(LaneListener listener) {
        return service + "." + listener.topic();
    }
}
