package org.cadreledger.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.axonframework.springboot.autoconfig.AxonAutoConfiguration;
import org.cadreledger.access.Role;
import org.cadreledger.cadre.registering.Registrations;
import org.cadreledger.web.HttpJson;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/** The program's HTTP side alone, started once on a free port. */
final class HttpApp {
    static final HttpApp RUNNING = new HttpApp();

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    final ConfigurableApplicationContext context;
    final int port;
    final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<Role, String> tokens = new EnumMap<>(Role.class);

    @EnableAutoConfiguration(
            exclude = AxonAutoConfiguration.class,
            excludeName = "org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration")
    @ComponentScan({
        "org.cadreledger.web", "org.cadreledger.cadre.importing", "org.cadreledger.cadre.api",
        "org.cadreledger.catalogue.api", "org.cadreledger.jurisdiction.api", "org.cadreledger.ledger.api",
        "org.cadreledger.evidence", "org.cadreledger.period.api", "org.cadreledger.board.api",
        "org.cadreledger.objection.api", "org.cadreledger.consequence.api", "org.cadreledger.log.api",
        "org.cadreledger.projection.api", "org.cadreledger.backup"
    })
    @Import({
        Fakes.class,
        Registrations.class,
        SecurityConfiguration.class,
        SignInController.class,
        AccountsController.class,
        UserBackup.class
    })
    static class Parts {}

    private HttpApp() {
        context = new SpringApplicationBuilder(Parts.class)
                .properties(Map.of(
                        "server.port", "0",
                        "axon.axonserver.enabled", "false",
                        "ledger.security.bootstrap-password", "bootstrap-password"))
                .run();
        port = Integer.parseInt(String.valueOf(context.getEnvironment().getProperty("local.server.port")));
        for (Role role : Role.values()) {
            User user = new User(
                    "u-" + role,
                    "n",
                    Set.of(role),
                    role == Role.CADRE ? Fakes.CADRE : null,
                    Fakes.COUNTY,
                    Fakes.UNIT,
                    "",
                    false,
                    0);
            context.getBean(Users.class).add(user);
            tokens.put(role, context.getBean(Tokens.class).issue(user).token());
        }
    }

    RequestMappingHandlerMapping mappings() {
        return context.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
    }

    String token(Role role) {
        return String.valueOf(tokens.get(role));
    }

    HttpRequest.Builder request(String path, @Nullable Role role) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .timeout(PATIENCE);
        if (role != null) {
            request.header("Authorization", "Bearer " + token(role));
        }
        return request;
    }

    HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(request.method() + " " + request.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    HttpResponse<String> get(String path, @Nullable Role role) {
        return send(request(path, role).GET().build());
    }

    HttpResponse<String> json(String method, String path, @Nullable Role role, byte[] body) {
        return send(request(path, role)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofByteArray(body))
                .build());
    }

    static JsonNode read(HttpResponse<String> response) {
        return HttpJson.mapper().readTree(response.body());
    }
}
