package org.alongside.eventing.autoconfigure;

import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** What every service does unless its own file says otherwise. */
final class EventingDefaults implements EnvironmentPostProcessor {

    private static final Map<String, Object> DEFAULTS = Map.of(
            "management.endpoints.web.exposure.include", "health,prometheus,metrics",
            "management.endpoint.health.probes.enabled", "true",
            "management.otlp.metrics.export.enabled", "false", // pushed to nobody until someone names a receiver
            "spring.jmx.enabled", "false", // siblings in one process would claim the same names
            "server.shutdown", "graceful",
            "server.tomcat.threads.max", "40",
            "spring.web.error.include-message", "never");

    /** The web server reports what is no HTTP at INFO, quoting it; its own switch turns that off, whoever writes its log. */
    private static final String QUOTES_REQUESTS = "org.apache.juli.logging.UserDataHelper.CONFIG";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        System.setProperty(QUOTES_REQUESTS, "NONE");
        environment.getPropertySources().addLast(new MapPropertySource("eventing defaults", DEFAULTS));
    }
}
