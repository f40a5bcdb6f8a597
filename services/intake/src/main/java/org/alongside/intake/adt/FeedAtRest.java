package org.alongside.intake.adt;

import java.util.function.LongSupplier;
import org.alongside.intake.adt.ReceivedMessage.State;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** For whoever in this process must know whether the feed has come to rest. */
@Configuration(proxyBeanMethods = false)
class FeedAtRest {

    private static final int MANY = 100;

    /** How many messages are kept and not applied yet; above a hundred nobody counts. */
    @Bean
    LongSupplier unappliedMessages(ReceivedMessages messages) {
        return () -> messages.page(State.UNAPPLIED, "", MANY).size();
    }
}
