package org.alongside.mentorship;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the service by itself, with the settings of {@code mentorship.yml}. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class MentorshipApplication {

    public static void main(String[] args) {
        System.setProperty("spring.config.name", "mentorship");
        SpringApplication.run(MentorshipApplication.class, args);
    }
}
