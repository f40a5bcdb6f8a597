package org.alongside.intake;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Boot only. Its settings are in {@code intake.yml}, so that services that share a class path do not read each other's. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class IntakeApplication {

    public static void main(String[] args) {
        System.setProperty("spring.config.name", "intake");
        SpringApplication.run(IntakeApplication.class, args);
    }
}
