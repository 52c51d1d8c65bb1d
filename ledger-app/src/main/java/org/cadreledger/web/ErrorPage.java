package org.cadreledger.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** What filters and the container could not answer themselves, and whatever goes wrong with a page. */
@Controller
final class ErrorPage implements ErrorController {
    private static final Logger LOG = LoggerFactory.getLogger(ErrorPage.class);

    /** Request attribute: the {@link Problem} of a page. */
    static final String PROBLEM = ErrorPage.class.getName();

    private final ProblemWriter problems;
    private final ProblemTexts texts;

    ErrorPage(ProblemWriter problems, ProblemTexts texts) {
        this.problems = problems;
        this.texts = texts;
    }

    @RequestMapping("${spring.web.error.path:/error}")
    @Nullable
    ModelAndView error(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Problem problem = problem(request);
        if (!Requests.isPage(request)) {
            problems.write(problem, request, response);
            return null;
        }
        Locale locale = Languages.of(request);
        String view = Requests.isPartOfPage(request) ? "error-part" : "error";
        ModelAndView page = new ModelAndView(view, HttpStatus.valueOf(problem.status()));
        page.addObject("problem", texts.document(problem, locale, Trace.of(request)));
        page.addObject("language", locale.getLanguage());
        response.setStatus(problem.status());
        if (problem.retryAfter() > 0) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Integer.toString(problem.retryAfter()));
        }
        if (Requests.isPartOfPage(request)) {
            response.setHeader("HX-Retarget", "#problems");
            response.setHeader("HX-Reswap", "innerHTML");
        }
        return page;
    }

    private static Problem problem(HttpServletRequest request) {
        if (request.getAttribute(PROBLEM) instanceof Problem known) {
            return known;
        }
        int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
        Problem problem = Problem.ofStatus(status);
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Exception exception) {
            Problem known = ProblemMapping.of(exception);
            problem = known == null ? problem : known;
            if (known == null) {
                LOG.error("a filter failed, trace {}", Trace.of(request), exception);
            }
        }
        return problem;
    }
}
