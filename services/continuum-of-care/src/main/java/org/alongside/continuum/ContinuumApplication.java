package org.alongside.continuum;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;

/** Starts the service with {@code continuum.yml}. */
@SpringBootApplication
@EnableConfigurationProperties(ContinuumSettings.class)
public class ContinuumApplication {

    public static void main(String[] arguments) {
        var application = new SpringApplication(ContinuumApplication.class);
        application.setDefaultProperties(Map.of("spring.config.name", "continuum"));
        System.setProperty("spring.config.name", "continuum");
        application.run(arguments);
    }
}
