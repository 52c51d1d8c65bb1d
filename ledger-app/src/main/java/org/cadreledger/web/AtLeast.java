package org.cadreledger.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.cadreledger.read.ReadSide;
import org.cadreledger.refusal.Reason;
import org.cadreledger.refusal.Refusal;
import org.springframework.web.servlet.HandlerInterceptor;

/** Lets a read wait until the projections include what its caller has written ({@code ?atLeast=<position>}). */
final class AtLeast implements HandlerInterceptor {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** Of the container's 200 threads, so that waiting reads never stop the writes they wait for. */
    private static final int MOST_WAITING = 100;

    private final ReadSide readSide;
    private final Semaphore waiting = new Semaphore(MOST_WAITING);

    AtLeast(ReadSide readSide) {
        this.readSide = readSide;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        boolean isRead =
                request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        String text = isRead ? request.getParameter("atLeast") : null;
        if (text != null) {
            await(position(text));
        }
        return true;
    }

    private static long position(String text) {
        if (!text.matches("\\d{1,18}")) {
            throw new ProblemException(Problem.malformed("atLeast", "position"));
        }
        return Long.parseLong(text);
    }

    private void await(long position) {
        if (readSide.await(position, Duration.ZERO)) {
            return;
        }
        if (!waiting.tryAcquire()) {
            throw Refusal.of(Reason.OVERLOADED);
        }
        try {
            if (!readSide.await(position, PATIENCE)) {
                throw Refusal.of(Reason.NOT_YET_VISIBLE);
            }
        } finally {
            waiting.release();
        }
    }
}
