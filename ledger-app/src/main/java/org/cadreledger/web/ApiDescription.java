package org.cadreledger.web;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.math.BigDecimal;
import java.util.List;
import org.cadreledger.access.Actor;
import org.cadreledger.dispatch.CommandKey;
import org.cadreledger.points.Points;
import org.cadreledger.read.PageRequest;
import org.cadreledger.time.Month;
import org.cadreledger.time.Period;
import org.cadreledger.time.Quarter;
import org.cadreledger.time.Year;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.HandlerMethod;

/** What {@code /v3/api-docs} cannot read from the controllers: the conventions that hold for every call. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {
    private static final String BEARER = "bearer";
    private static final String BASIC = "basic";
    private static final String PROBLEM = "Problem";
    private static final String PROBLEM_JSON = "application/problem+json";
    private static final String SIGN_IN = "/api/v1/tokens";

    static {
        // read from the request itself, or written in a form of their own (HttpJson)
        SpringDocUtils.getConfig()
                .addRequestWrapperToIgnore(Actor.class, CommandKey.class, PageRequest.class)
                .replaceWithSchema(Points.class, number("at most two decimals"))
                .replaceWithSchema(Month.class, text("2026-03"))
                .replaceWithSchema(Quarter.class, text("2026-Q1"))
                .replaceWithSchema(Year.class, text("2026"))
                .replaceWithSchema(Period.class, text("2026-03, 2026-Q1 or 2026"));
    }

    @Bean
    GlobalOperationCustomizer listsTakeALimitAndACursor() {
        return ApiDescription::pages;
    }

    @Bean
    GlobalOpenApiCustomizer conventions() {
        return api -> {
            api.info(new Info().title("Cadre Ledger").version("1"));
            api.servers(List.of(new Server().url("/")));
            Components components = api.getComponents() == null ? new Components() : api.getComponents();
            components
                    .addSecuritySchemes(BEARER, scheme(BEARER))
                    .addSecuritySchemes(BASIC, scheme(BASIC))
                    .addSchemas(PROBLEM, problem());
            api.components(components);
            conventions(api);
        };
    }

    private static void conventions(OpenAPI api) {
        api.getPaths()
                .forEach((path, item) -> item.readOperationsMap().forEach((method, operation) -> {
                    String scheme = path.equals(SIGN_IN) ? BASIC : BEARER;
                    operation.addSecurityItem(new SecurityRequirement().addList(scheme));
                    if (method == PathItem.HttpMethod.GET) {
                        operation.addParametersItem(query("atLeast", integer("a position that the answer includes")));
                    } else if (!path.equals(SIGN_IN)) {
                        operation.addParametersItem(new Parameter()
                                .in("header")
                                .name(Keys.HEADER)
                                .required(false)
                                .schema(text("at most 128 characters").maxLength(Keys.MOST)));
                    }
                    answers(operation.getResponses(), method);
                }));
    }

    private static void answers(ApiResponses answers, PathItem.HttpMethod method) {
        ApiResponse done = answers.get("200");
        if (done != null && method != PathItem.HttpMethod.GET) {
            done.addHeaderObject(Answers.POSITION, new Header().schema(integer("the position in the log")));
            if (method == PathItem.HttpMethod.POST || method == PathItem.HttpMethod.PUT) {
                answers.addApiResponse("201", copyOf(done));
            }
        }
        answers.addApiResponse(
                "default",
                new ApiResponse()
                        .description("a problem (RFC 9457)")
                        .content(new Content()
                                .addMediaType(
                                        PROBLEM_JSON,
                                        new MediaType()
                                                .schema(new Schema<>().$ref("#/components/schemas/" + PROBLEM)))));
    }

    private static ApiResponse copyOf(ApiResponse done) {
        return new ApiResponse()
                .description("Created")
                .content(done.getContent())
                .headers(done.getHeaders());
    }

    private static Operation pages(Operation operation, HandlerMethod handler) {
        List<Class<?>> types = List.of(handler.getMethod().getParameterTypes());
        if (types.contains(PageRequest.class)) {
            operation.addParametersItem(query(
                    "limit",
                    integer("default " + PageRequest.DEFAULT)
                            .minimum(BigDecimal.ONE)
                            .maximum(BigDecimal.valueOf(PageRequest.MOST))));
            operation.addParametersItem(query("after", text("the cursor of the part before")));
        }
        return operation;
    }

    private static SecurityScheme scheme(String name) {
        return new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme(name);
    }

    private static Schema<Object> problem() {
        Schema<Object> field = typed("object", "what is wrong with one field");
        field.addProperty("field", text("for example rules[0].points"));
        field.addProperty("message", text("in the caller's language"));
        Schema<Object> problem = typed("object", "RFC 9457");
        problem.addProperty("type", text("stable, /problems/<slug>"));
        problem.addProperty("title", text("in the caller's language"));
        problem.addProperty("status", integer("the HTTP status"));
        problem.addProperty("detail", text("in the caller's language"));
        problem.addProperty("traceId", text("also in the program's own log"));
        Schema<Object> fields = typed("array", "of invalid content");
        fields.setItems(field);
        problem.addProperty("errors", fields);
        return problem;
    }

    private static Parameter query(String name, Schema<?> schema) {
        return new Parameter().in("query").name(name).required(false).schema(schema);
    }

    private static Schema<Object> text(String description) {
        return typed("string", description);
    }

    private static Schema<Object> number(String description) {
        return typed("number", description);
    }

    private static Schema<Object> integer(String description) {
        return typed("integer", description);
    }

    /** OpenAPI 3.1 has a set of types, 3.0 one; the library writes the one that fits the version. */
    private static Schema<Object> typed(String type, String description) {
        Schema<Object> schema = new Schema<>();
        schema.type(type);
        schema.addType(type);
        schema.description(description);
        return schema;
    }
}
