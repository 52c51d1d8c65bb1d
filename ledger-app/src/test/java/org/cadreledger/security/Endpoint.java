package org.cadreledger.security;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.HandlerMethod;

/** A call as a controller declares it. */
record Endpoint(String method, String pattern, HandlerMethod handler) {
    private static final Map<String, String> VALUES = Map.of(
            "{period}",
            "2026-Q1",
            "{month}",
            "2026-03",
            "{year}",
            "2026",
            "{version}",
            "1",
            "{flag}",
            "ADMONITION",
            "{cadreId}",
            Fakes.CADRE,
            "{jurisdiction}",
            Fakes.COUNTY);

    static List<Endpoint> all() {
        return HttpApp.RUNNING.mappings().getHandlerMethods().entrySet().stream()
                .flatMap(entry -> entry.getKey().getPatternValues().stream()
                        .filter(pattern -> pattern.startsWith("/api/"))
                        .flatMap(pattern -> entry.getKey().getMethodsCondition().getMethods().stream()
                                .map(method -> new Endpoint(method.name(), pattern, entry.getValue()))))
                .sorted(java.util.Comparator.comparing(Endpoint::pattern).thenComparing(Endpoint::method))
                .toList();
    }

    String path() {
        String path = pattern;
        for (Map.Entry<String, String> value : VALUES.entrySet()) {
            path = path.replace(value.getKey(), value.getValue());
        }
        path = path.replaceAll("\\{[a-zA-Z]+}", "x1");
        return method.equals("GET") ? path + "?period=2026-Q1&jurisdiction=" + Fakes.COUNTY : path;
    }

    Optional<CallPermissions.Call> permission() {
        return CallPermissions.find(method, path().replaceAll("\\?.*", ""));
    }

    /** The record that the body is read into; empty for calls without one. */
    Optional<Class<?>> body() {
        return Arrays.stream(handler.getMethodParameters())
                .filter(parameter -> parameter.hasParameterAnnotation(RequestBody.class))
                .<Class<?>>map(parameter -> parameter.getParameterType())
                .findFirst();
    }

    @Override
    public String toString() {
        return method + " " + pattern;
    }
}
