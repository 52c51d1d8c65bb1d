package org.cadreledger.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** What filters and the container could not answer themselves. */
@Controller
final class ErrorPage implements ErrorController {
    private static final Logger LOG = LoggerFactory.getLogger(ErrorPage.class);

    private final ProblemWriter problems;

    ErrorPage(ProblemWriter problems) {
        this.problems = problems;
    }

    @RequestMapping("${spring.web.error.path:/error}")
    void error(HttpServletRequest request, HttpServletResponse response) throws IOException {
        int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
        Problem problem = Problem.ofStatus(status);
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Exception exception) {
            Problem known = ProblemMapping.of(exception);
            problem = known == null ? problem : known;
            if (known == null) {
                LOG.error("a filter failed, trace {}", Trace.of(request), exception);
            }
        }
        problems.write(problem, request, response);
    }
}
