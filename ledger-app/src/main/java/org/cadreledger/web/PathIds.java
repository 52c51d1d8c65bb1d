package org.cadreledger.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Set;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/** Ids in paths have the form of ids in bodies: {@code [A-Za-z0-9._-]{1,64}}. */
final class PathIds implements HandlerInterceptor {
    /** Variables that are no ids and have a type of their own. */
    private static final Set<String> TYPED = Set.of("period", "month", "quarter", "year", "version", "flag");

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables) {
            variables.forEach((name, value) -> {
                if (!TYPED.contains(String.valueOf(name)) && !Checks.isId(String.valueOf(value))) {
                    throw new ProblemException(Problem.invalid(String.valueOf(name), "id"));
                }
            });
        }
        return true;
    }
}
