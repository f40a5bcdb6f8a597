package org.alongside.eventing.autoconfigure;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.alongside.eventing.web.CommandArgument;
import org.alongside.eventing.web.ProblemAdvice;
import org.alongside.eventing.web.RequestBodies;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.EnumFeature;

/** How commands come in over HTTP and how refusals go out. */
@AutoConfiguration(after = EventingAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnProperty("alongside.eventing.service")
public class EventingWebAutoConfiguration {

    @Bean
    ProblemAdvice problemAdvice(MeterRegistry metrics) {
        return new ProblemAdvice(metrics);
    }

    @Bean
    FilterRegistrationBean<RequestBodies> requestBodies(EventingProperties properties) {
        return new FilterRegistrationBean<>(new RequestBodies(properties.largestBody()));
    }

    @Bean
    WebMvcConfigurer commandArguments() {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new CommandArgument());
            }
        };
    }

    /** What is not known is refused, not dropped: a misspelt field would otherwise change nothing in silence. */
    @Bean
    JsonMapperBuilderCustomizer strictBodies() {
        return builder -> builder.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
    }
}
