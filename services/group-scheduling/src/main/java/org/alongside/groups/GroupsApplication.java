package org.alongside.groups;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;

@SpringBootApplication
@EnableConfigurationProperties(GroupsSettings.class)
public class GroupsApplication {

    public static void main(String[] args) {
        System.setProperty("spring.config.name", "groups");
        SpringApplication.run(GroupsApplication.class, args);
    }
}
