package org.cadreledger.web;

import jakarta.servlet.http.HttpServletRequest;
import org.cadreledger.access.Actor;
import org.cadreledger.read.PageRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Who acts, and which part of a list is asked for, as arguments of controllers. */
final class Arguments implements HandlerMethodArgumentResolver {
    private static final int LONGEST_CURSOR = 500;

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Actor.class || parameter.getParameterType() == PageRequest.class;
    }

    @Override
    public @Nullable Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binder) {
        HttpServletRequest request = Requests.servlet(web);
        if (parameter.getParameterType() == PageRequest.class) {
            return page(request);
        }
        return parameter.isOptional() ? Requests.actorOrNull(request) : Requests.actor(request);
    }

    private static PageRequest page(HttpServletRequest request) {
        String after = request.getParameter("after");
        if (after != null && (after.isEmpty() || after.length() > LONGEST_CURSOR || !Checks.isClean(after, false))) {
            throw new ProblemException(Problem.invalid("after", "cursor"));
        }
        return new PageRequest(limit(request.getParameter("limit")), after);
    }

    private static int limit(@Nullable String text) {
        if (text == null) {
            return PageRequest.DEFAULT;
        }
        if (!text.matches("-?\\d{1,9}")) {
            throw new ProblemException(
                    text.matches("-?\\d+")
                            ? Problem.invalid("limit", "between", 1, PageRequest.MOST)
                            : Problem.malformed("limit", "number"));
        }
        int limit = Integer.parseInt(text);
        if (limit < 1 || limit > PageRequest.MOST) {
            throw new ProblemException(Problem.invalid("limit", "between", 1, PageRequest.MOST));
        }
        return limit;
    }
}
