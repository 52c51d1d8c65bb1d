package org.cadreledger.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import org.cadreledger.access.Actor;
import org.cadreledger.dispatch.CommandKey;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** The {@code Idempotency-Key} of a write, or the key of a form, with the hash of what was asked for (http-api.md "Conventions"). */
final class Keys implements HandlerMethodArgumentResolver {
    static final String HEADER = "Idempotency-Key";

    static final int MOST = 128;

    /** Hidden field of every form of the pages. */
    private static final String FORM_KEY = "formKey";

    private static final String FORGERY_SECRET = "_csrf";

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == CommandKey.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binder)
            throws IOException, ServletException {
        HttpServletRequest request = Requests.servlet(web);
        if (Requests.isPage(request)) {
            return ofForm(request);
        }
        String key = request.getHeader(HEADER);
        if (key == null) {
            return CommandKey.fresh();
        }
        if (key.isEmpty() || key.length() > MOST || !key.chars().allMatch(c -> c >= ' ' && c < 0x7f)) {
            throw new ProblemException(Problem.malformed(HEADER, "idempotency-key", MOST));
        }
        Actor actor = Requests.actor(request);
        return CommandKey.idempotent(actor.user(), key, hash(request));
    }

    /** A form that is sent twice, by a double click or from the browser's history, is done once. */
    private static CommandKey ofForm(HttpServletRequest request) {
        String key = request.getParameter(FORM_KEY);
        if (key == null || !Checks.isId(key)) {
            return CommandKey.fresh();
        }
        MessageDigest digest = sha256();
        text(digest, request.getMethod());
        text(digest, request.getRequestURI());
        new TreeMap<>(request.getParameterMap()).forEach((name, values) -> {
            if (!name.equals(FORGERY_SECRET)) { // another one each time
                text(digest, name);
                Arrays.stream(values).forEach(value -> text(digest, value));
            }
        });
        String user = Requests.actor(request).user();
        return CommandKey.idempotent(user, "form/" + key, HexFormat.of().formatHex(digest.digest()));
    }

    private static String hash(HttpServletRequest request) throws IOException, ServletException {
        MessageDigest digest = sha256();
        text(digest, request.getMethod());
        text(digest, request.getRequestURI());
        text(digest, request.getQueryString());
        if (RequestBodies.isMultipart(request)) {
            // not the raw bytes: the boundary between the parts is another one each time
            List<Part> parts = request.getParts().stream()
                    .sorted(Comparator.comparing(Part::getName))
                    .toList();
            for (Part part : parts) {
                part(digest, part);
            }
        } else {
            digest.update(RequestBodies.of(request));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void part(MessageDigest digest, Part part) throws IOException {
        text(digest, part.getName());
        text(digest, part.getSubmittedFileName());
        text(digest, Long.toString(part.getSize()));
        try (InputStream content = part.getInputStream()) {
            byte[] buffer = new byte[8192];
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
    }

    private static void text(MessageDigest digest, @Nullable String value) {
        digest.update((value == null ? "" : value).getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
