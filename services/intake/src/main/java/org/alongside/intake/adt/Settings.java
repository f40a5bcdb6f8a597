package org.alongside.intake.adt;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** The mapping of every sender that may speak to this centre. Whoever is not here is refused. */
@ConfigurationProperties("alongside.intake")
record Settings(@DefaultValue List<Sender> senders) {

    Optional<Sender> sender(@Nullable String application, @Nullable String facility) {
        return senders.stream().filter(s -> s.hasName(application, facility)).findFirst();
    }

    boolean knowsApplication(@Nullable String application) {
        return senders.stream().anyMatch(s -> s.application().equals(application));
    }

    static void need(@Nullable Object value, String name) {
        if (value == null) {
            throw new IllegalArgumentException("A sender needs " + name);
        }
    }
}
