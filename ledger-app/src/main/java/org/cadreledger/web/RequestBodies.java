package org.cadreledger.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import org.cadreledger.refusal.Reason;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.WebUtils;

/**
 * Reads the body of a write once, within a bound, so that its hash can go with the idempotency key. Files come as
 * multipart and have the container's own bounds.
 */
public final class RequestBodies extends OncePerRequestFilter {
    /** More than any call needs: 500 items of a bulk call are 100 KiB. */
    static final int MOST_BYTES = 1024 * 1024;

    private static final Set<String> WITH_BODY = Set.of("POST", "PUT", "PATCH", "DELETE");

    private final ProblemWriter problems;

    RequestBodies(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !WITH_BODY.contains(request.getMethod()) || isMultipart(request);
    }

    static boolean isMultipart(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        byte @Nullable [] body = request.getContentLengthLong() > MOST_BYTES ? null : read(request);
        if (body == null) {
            problems.write(Problem.of(Reason.PAYLOAD_TOO_LARGE), request, response);
            return;
        }
        chain.doFilter(new Buffered(request, body), response);
    }

    private static byte @Nullable [] read(HttpServletRequest request) throws IOException {
        // of a length that is announced the buffer is no larger
        long announced = request.getContentLengthLong();
        int most = announced < 0 ? MOST_BYTES : (int) Math.min(MOST_BYTES, announced);
        byte[] body = request.getInputStream().readNBytes(most + 1);
        return body.length > MOST_BYTES ? null : body;
    }

    /** The body of a write that is not multipart; empty for others. */
    static byte[] of(HttpServletRequest request) {
        Buffered buffered = WebUtils.getNativeRequest(request, Buffered.class);
        return buffered == null ? new byte[0] : buffered.body;
    }

    private static final class Buffered extends HttpServletRequestWrapper {
        private final byte[] body;

        Buffered(HttpServletRequest request, byte[] body) {
            super(request);
            this.body = body;
        }

        @Override
        public ServletInputStream getInputStream() {
            return new Replay(new ByteArrayInputStream(body));
        }

        @Override
        public BufferedReader getReader() {
            return new BufferedReader(new InputStreamReader(new ByteArrayInputStream(body), StandardCharsets.UTF_8));
        }
    }

    private static final class Replay extends ServletInputStream {
        private final ByteArrayInputStream source;

        Replay(ByteArrayInputStream source) {
            this.source = source;
        }

        @Override
        public int read() {
            return source.read();
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            return source.read(target, offset, length);
        }

        @Override
        public boolean isFinished() {
            return source.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException("requests are read by their own thread");
        }
    }
}
