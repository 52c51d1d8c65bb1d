package org.cadreledger.web;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.cadreledger.read.ReadSide;
import org.cadreledger.time.Month;
import org.cadreledger.time.Period;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.format.FormatterRegistry;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts the parts of this package into Spring MVC and the container. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration {
    static final String MESSAGES = "messages";
    static final String FRAME = "pages/frame";

    /** After Spring Security's chain, so that only who is signed in makes us read a body. */
    private static final int AFTER_SECURITY = 0;

    @Bean
    ProblemTexts problemTexts(MessageSource messages) {
        return new ProblemTexts(messages);
    }

    @Bean
    ProblemWriter problemWriter(ProblemTexts texts) {
        return new ProblemWriter(texts);
    }

    @Bean
    LocaleResolver localeResolver() {
        return Languages.resolver();
    }

    @Bean
    FilterRegistrationBean<Trace> traceFilter() {
        FilterRegistrationBean<Trace> registration = new FilterRegistrationBean<>(new Trace());
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    @Bean
    FilterRegistrationBean<RequestBodies> requestBodies(ProblemWriter problems) {
        FilterRegistrationBean<RequestBodies> registration = new FilterRegistrationBean<>(new RequestBodies(problems));
        registration.setOrder(AFTER_SECURITY);
        // forms of pages are read by the container, within its own bound
        registration.addUrlPatterns("/api/*");
        return registration;
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> problemsFromTomcat() {
        return factory -> factory.addContextCustomizers(context -> {
            if (context.getParent() instanceof org.apache.catalina.core.StandardHost host) {
                host.setErrorReportValveClass(ProblemValve.class.getName());
            }
        });
    }

    @Bean
    WebMvcConfigurer ledgerWebMvc(ReadSide readSide) {
        return new Mvc(readSide);
    }

    private record Mvc(ReadSide readSide) implements WebMvcConfigurer {
        @Override
        public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
            resolvers.add(new Keys());
            resolvers.add(new Arguments());
        }

        @Override
        public void addInterceptors(InterceptorRegistry registry) {
            registry.addInterceptor(new PathIds());
            registry.addInterceptor(new AtLeast(readSide)).addPathPatterns("/api/**");
        }

        @Override
        public void configureMessageConverters(HttpMessageConverters.ServerBuilder builder) {
            builder.withJsonConverter(new JacksonJsonHttpMessageConverter(HttpJson.mapper()));
        }

        @Override
        public void addFormatters(FormatterRegistry registry) {
            registry.addConverter(String.class, Month.class, Month::parse);
            registry.addConverter(String.class, Period.class, Period::parse);
            registry.addConverter(String.class, Instant.class, Mvc::instant);
        }

        private static Instant instant(String text) {
            try {
                return Instant.parse(text);
            } catch (DateTimeParseException e) {
                throw new IllegalArgumentException("not a time: " + text, e);
            }
        }
    }
}
