package org.alongside.eventing.autoconfigure;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.alongside.eventing.http.CommandArgument;
import org.alongside.eventing.http.DescribedCommand;
import org.alongside.eventing.http.ProblemAdvice;
import org.alongside.eventing.http.RefusedByContainer;
import org.alongside.eventing.http.RequestBodies;
import org.alongside.eventing.http.StrictBodies;
import org.alongside.eventing.lane.CatchUp;
import org.alongside.eventing.lane.OnlyWhenCurrent;
import org.apache.catalina.core.StandardHost;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

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
    WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> refusedByContainer() {
        return factory -> factory.addContextCustomizers(context ->
                ((StandardHost) context.getParent()).setErrorReportValveClass(RefusedByContainer.class.getName()));
    }

    @Bean
    FilterRegistrationBean<RequestBodies> requestBodies(
            EventingProperties properties,
            @Qualifier(DispatcherServlet.HANDLER_EXCEPTION_RESOLVER_BEAN_NAME)
                    ObjectProvider<HandlerExceptionResolver> refusing) {
        return new FilterRegistrationBean<>(new RequestBodies(
                properties.largestBody(),
                properties.unreadBodies(),
                (refused, request, response) ->
                        refusing.getObject().resolveException(request, response, null, refused)));
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

    @Bean
    DescribedCommand describedCommands() {
        return new DescribedCommand();
    }

    @Bean
    WebMvcConfigurer onlyWhenCurrent(CatchUp catchUp) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry interceptors) {
                interceptors
                        .addInterceptor(new OnlyWhenCurrent(catchUp))
                        .excludePathPatterns(OnlyWhenCurrent.ABOUT_THE_SERVICE);
            }
        };
    }

    @Bean
    JsonMapperBuilderCustomizer strictBodies() {
        return StrictBodies::configure;
    }
}
