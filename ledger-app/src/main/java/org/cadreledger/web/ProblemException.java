package org.cadreledger.web;

/** Ends a request with a problem that is not one of the domain's. */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public ProblemException(Problem problem) {
        super(problem.slug(), null, false, false);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
