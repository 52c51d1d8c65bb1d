package org.cadreledger.demo;

import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One request.
 *
 * @param kind what the report counts it as
 * @param user who sends it
 * @param body a JSON object as maps and lists (with {@link Ref}s in it), an {@link Upload}, or null for a GET
 * @param label names it within the run; the idempotency key derives from it
 * @param keep under which name the answer's {@code evidenceId} is kept; null if nobody asks for it
 * @param complaint looks at a good answer and says what is wrong with it after all, or null
 */
record Call(
        String kind,
        String method,
        String path,
        String user,
        @Nullable Object body,
        String label,
        @Nullable String keep,
        @Nullable Function<JsonNode, @Nullable String> complaint) {

    /** Stands in a body for an id that an earlier answer gave. */
    record Ref(String keep) {}

    /** A file; {@code repeatable} when the same bytes come out each time, so that an idempotency key holds. */
    record Upload(String fileName, String mediaType, boolean repeatable, Supplier<byte[]> bytes) {}

    static Call get(String kind, String path, String user) {
        return new Call(kind, "GET", path, user, null, path, null, null);
    }

    static Call post(String kind, String path, String user, Map<String, ?> body) {
        return new Call(kind, "POST", path, user, body, kind + path, null, null);
    }

    static Call put(String kind, String path, String user, Map<String, ?> body) {
        return new Call(kind, "PUT", path, user, body, kind + path, null, null);
    }

    static Call upload(String kind, String path, String user, Upload file) {
        return new Call(kind, "POST", path, user, file, kind + "/" + file.fileName(), null, null);
    }

    /** The same call under another name, where kind and path do not tell two calls apart. */
    Call labelled(String other) {
        return new Call(kind, method, path, user, body, other, keep, complaint);
    }

    Call keeping(String name) {
        return new Call(kind, method, path, user, body, label, name, complaint);
    }

    Call checking(Function<JsonNode, @Nullable String> check) {
        return new Call(kind, method, path, user, body, label, keep, check);
    }

    boolean writes() {
        return !method.equals("GET");
    }
}
