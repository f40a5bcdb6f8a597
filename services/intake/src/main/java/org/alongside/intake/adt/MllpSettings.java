package org.alongside.intake.adt;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Where the feed is listened to.
 *
 * @param port 0 for any that is free
 * @param connections at once; one more is closed
 * @param idle how long a connection may say nothing
 * @param frame how long one message may take to arrive
 * @param largest message, over HTTP too
 */
@ConfigurationProperties("alongside.intake.mllp")
record MllpSettings(
        @DefaultValue("2575") int port,
        @DefaultValue("127.0.0.1") String address,
        @DefaultValue("64") int connections,
        @DefaultValue("10m") Duration idle,
        @DefaultValue("1m") Duration frame,
        @DefaultValue("1MB") DataSize largest) {}
