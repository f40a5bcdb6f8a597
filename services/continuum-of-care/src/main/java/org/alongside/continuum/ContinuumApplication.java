package org.alongside.continuum;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;

/** Starts the service with {@code continuum.yml}. */
@SpringBootApplication
@EnableConfigurationProperties(ContinuumSettings.class)
public class ContinuumApplication {

    public static void main(String[] arguments) {
        System.setProperty("spring.config.name", "continuum");
        SpringApplication.run(ContinuumApplication.class, arguments);
    }
}
