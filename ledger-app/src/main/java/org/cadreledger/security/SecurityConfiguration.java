package org.cadreledger.security;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.cadreledger.access.Actor;
import org.cadreledger.embedded.EmbeddedMongoConfiguration;
import org.cadreledger.facts.FreshFolds;
import org.cadreledger.security.CallPermissions.Call;
import org.cadreledger.web.KeyedRequests;
import org.cadreledger.web.ProblemWriter;
import org.cadreledger.web.Requests;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.authentication.session.NullAuthenticatedSessionStrategy;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** Puts the table of calls in front of everything. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SecuritySettings.class)
class SecurityConfiguration {
    /** Everything from here, nothing inline; pictures of forms' controls are data in the style sheet. */
    private static final String CONTENT_SECURITY = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; frame-src 'self'; object-src 'self'; "
            + "form-action 'self'; frame-ancestors 'self'; base-uri 'none'";

    /** Open without sign-in: readiness for machines, metrics and the description of the API. */
    private static final Set<String> OPEN = Set.of(
            "/actuator/health/readiness",
            "/actuator/health/liveness",
            "/actuator/prometheus",
            "/v3/api-docs",
            "/v3/api-docs.yaml",
            "/error");

    @Bean
    @Order(1)
    SecurityFilterChain calls(HttpSecurity http, Tokens tokens, SecurityAnswers answers) {
        return withoutSessions(http.securityMatcher(request -> !Requests.isPage(request)))
                // no cookie signs anybody in, so there is nothing to forge
                .csrf(AbstractHttpConfigurer::disable)
                .addFilterBefore(new BearerTokens(tokens, false), AuthorizationFilter.class)
                .exceptionHandling(
                        refused -> refused.authenticationEntryPoint(answers).accessDeniedHandler(answers))
                .authorizeHttpRequests(requests ->
                        requests.anyRequest().access((who, call) -> decide(CallPermissions.CALLS, who, call)))
                .build();
    }

    /** The pages: a token in a cookie signs in, so every write carries a second secret that other sites cannot know. */
    @Bean
    @Order(2)
    SecurityFilterChain pages(HttpSecurity http, Tokens tokens, ProblemWriter problems) {
        PageSecurityAnswers answers = new PageSecurityAnswers(problems);
        CookieCsrfTokenRepository secrets = new CookieCsrfTokenRepository();
        secrets.setCookieCustomizer(cookie -> cookie.path("/").sameSite("Lax"));
        return withoutSessions(http)
                .csrf(csrf -> csrf.csrfTokenRepository(secrets)
                        // without sessions every request signs in anew: a new secret each time would void every open
                        // form
                        .sessionAuthenticationStrategy(new NullAuthenticatedSessionStrategy()))
                .headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(CONTENT_SECURITY))
                        .frameOptions(HeadersConfigurer.FrameOptionsConfig::sameOrigin)
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN)))
                .addFilterBefore(new BearerTokens(tokens, true), CsrfFilter.class)
                .exceptionHandling(
                        refused -> refused.authenticationEntryPoint(answers).accessDeniedHandler(answers))
                .authorizeHttpRequests(requests ->
                        requests.anyRequest().access((who, call) -> decide(PagePermissions.PAGES, who, call)))
                .build();
    }

    private static HttpSecurity withoutSessions(HttpSecurity http) {
        return http.sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable);
    }

    private static AuthorizationResult decide(
            List<Call> table,
            Supplier<? extends @Nullable Authentication> signedIn,
            RequestAuthorizationContext context) {
        String path = context.getRequest().getRequestURI();
        String method = context.getRequest().getMethod();
        Authentication who = signedIn.get();
        Actor actor = who != null && who.getPrincipal() instanceof Actor known ? known : null;
        boolean granted = OPEN.contains(path)
                || CallPermissions.find(table, method, path)
                        .map(call -> call.admits(actor))
                        .orElse(false);
        return new AuthorizationDecision(granted);
    }

    /** Fifteen observations a request, one a filter, cost more than the filters; requests themselves are observed by MVC. */
    @Bean
    SecurityObservationSettings noObservationsOfFilters() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    SignIn signIn(Users users, Tokens tokens, Passwords passwords, SignInThrottle throttle) {
        return new SignIn(users, tokens, passwords, throttle);
    }

    @Bean
    AccountKeeping accountKeeping(
            Users users, Tokens tokens, Passwords passwords, SignInThrottle throttle, FreshFolds folds) {
        return new AccountKeeping(users, tokens, passwords, throttle, folds);
    }

    @Bean
    SecurityAnswers securityAnswers(ProblemWriter problems) {
        return new SecurityAnswers(problems);
    }

    @Bean
    Users users(MongoDatabase database) {
        return new Users(database);
    }

    @Bean
    Tokens tokens(
            MongoDatabase database,
            Users users,
            ObjectProvider<Clock> clock,
            SecuritySettings settings,
            Environment environment) {
        // nobody else can use the embedded database
        boolean alone = EmbeddedMongoConfiguration.isEmbedded(environment);
        return new Tokens(database, users, clock.getIfAvailable(Clock::systemUTC), settings.tokenLifetime(), alone);
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
    KeyedRequests keyedRequests(MongoDatabase database, Passwords passwords) {
        return new MongoKeyedRequests(database, passwords);
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
