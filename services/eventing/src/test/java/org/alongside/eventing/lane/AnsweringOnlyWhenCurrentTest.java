package org.alongside.eventing.lane;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.InstantSource;
import java.util.List;
import org.alongside.eventing.autoconfigure.EventingProperties;
import org.alongside.eventing.autoconfigure.EventingWebAutoConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** While a service has not read the latest consents it says so instead of answering, whoever asks about people. */
class AnsweringOnlyWhenCurrentTest {

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(EventingProperties.class)
    static class Settings {}

    @RestController
    static class Answering {
        @GetMapping({"/people/ann", "/parked", "/actuator/health", "/v3/api-docs"})
        String answer() {
            return "an answer";
        }
    }

    private final CatchUp catchUp = new CatchUp(null, InstantSource.system());

    private MockHttpServletResponse get(String path) {
        var answer = new MockHttpServletResponse[1];
        new WebApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(
                        JacksonAutoConfiguration.class,
                        HttpMessageConvertersAutoConfiguration.class,
                        DispatcherServletAutoConfiguration.class,
                        WebMvcAutoConfiguration.class,
                        EventingWebAutoConfiguration.class))
                .withUserConfiguration(Settings.class)
                .withBean(MeterRegistry.class, SimpleMeterRegistry::new)
                .withBean(Answering.class)
                .withBean(CatchUp.class, () -> catchUp)
                .withPropertyValues("alongside.eventing.service=here")
                .run(context -> answer[0] = MockMvcBuilders.webAppContextSetup(context)
                        .build()
                        .perform(MockMvcRequestBuilders.get(path))
                        .andReturn()
                        .getResponse());
        return answer[0];
    }

    @Test
    void a_request_about_people_is_refused_until_the_service_is_current() throws Exception {
        var refused = get("/people/ann");
        assertThat(refused.getStatus()).isEqualTo(503);
        assertThat(refused.getHeader("Retry-After")).isEqualTo("1");
        assertThat(refused.getContentAsString()).contains("\"rule\":\"not-current\"");

        catchUp.begin(List.of());
        assertThat(get("/people/ann").getContentAsString()).isEqualTo("an answer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/parked", "/actuator/health", "/v3/api-docs"})
    void requests_about_the_service_itself_are_always_answered(String path) throws Exception {
        assertThat(get(path).getContentAsString()).isEqualTo("an answer");
    }

    @Test
    void what_is_not_served_stays_unknown() {
        assertThat(get("/nothing").getStatus()).isEqualTo(404);
    }
}
