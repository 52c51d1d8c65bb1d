package org.cadreledger.security;

import com.mongodb.client.MongoClient;
import java.time.Clock;
import java.util.Set;
import java.util.function.Supplier;
import org.cadreledger.access.Actor;
import org.cadreledger.access.Role;
import org.cadreledger.web.KeyedRequests;
import org.cadreledger.web.ProblemWriter;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/** Puts the table of calls in front of everything. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SecuritySettings.class)
class SecurityConfiguration {
    private static final String DATABASE = "cadreledger";

    /** Open without sign-in: readiness for machines, metrics and the description of the API. */
    private static final Set<String> OPEN = Set.of(
            "/actuator/health/readiness",
            "/actuator/health/liveness",
            "/actuator/prometheus",
            "/v3/api-docs",
            "/v3/api-docs.yaml",
            "/error");

    @Bean
    SecurityFilterChain calls(HttpSecurity http, Tokens tokens, SecurityAnswers answers) {
        return http.sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                // no cookie signs anybody in, so there is nothing to forge
                .csrf(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .addFilterBefore(new BearerTokens(tokens), AuthorizationFilter.class)
                .exceptionHandling(
                        refused -> refused.authenticationEntryPoint(answers).accessDeniedHandler(answers))
                .authorizeHttpRequests(requests -> requests.anyRequest().access(SecurityConfiguration::decide))
                .build();
    }

    private static AuthorizationResult decide(
            Supplier<? extends @Nullable Authentication> signedIn, RequestAuthorizationContext context) {
        String path = context.getRequest().getRequestURI();
        String method = context.getRequest().getMethod();
        boolean granted = OPEN.contains(path)
                || CallPermissions.find(method, path)
                        .map(call ->
                                call.sign() != CallPermissions.Sign.NEEDED || holdsOneOf(signedIn.get(), call.roles()))
                        .orElse(false);
        return new AuthorizationDecision(granted);
    }

    private static boolean holdsOneOf(@Nullable Authentication signedIn, Set<Role> roles) {
        return signedIn != null
                && signedIn.getPrincipal() instanceof Actor actor
                && actor.roles().stream().anyMatch(roles::contains);
    }

    @Bean
    SecurityAnswers securityAnswers(ProblemWriter problems) {
        return new SecurityAnswers(problems);
    }

    @Bean
    Users users(MongoClient client) {
        return new Users(client.getDatabase(DATABASE));
    }

    @Bean
    Tokens tokens(MongoClient client, Users users, ObjectProvider<Clock> clock, SecuritySettings settings) {
        return new Tokens(
                client.getDatabase(DATABASE), users, clock.getIfAvailable(Clock::systemUTC), settings.tokenLifetime());
    }

    @Bean
    Passwords passwords(SecuritySettings settings) {
        return new Passwords(settings.passwordMemoryKib(), settings.passwordPasses());
    }

    @Bean
    SignInThrottle signInThrottle(ObjectProvider<Clock> clock) {
        return new SignInThrottle(clock.getIfAvailable(Clock::systemUTC));
    }

    @Bean
    KeyedRequests keyedRequests(MongoClient client, Passwords passwords) {
        return new MongoKeyedRequests(client.getDatabase(DATABASE), passwords);
    }

    /** Before everything else that runs at the start: readiness follows when all of them are done. */
    @Bean
    @Order(0)
    ApplicationRunner accounts(Users users, Tokens tokens, Passwords passwords, SecuritySettings settings) {
        return arguments -> {
            tokens.createIndexes();
            new Bootstrap(users, passwords, settings.bootstrapPassword()).run();
        };
    }

    /** Keeps Spring Boot from inventing a user with a printed password. */
    @Bean
    UserDetailsService noOtherUsers() {
        return name -> {
            throw new UsernameNotFoundException(name);
        };
    }
}
