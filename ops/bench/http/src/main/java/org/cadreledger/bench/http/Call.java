package org.cadreledger.bench.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;

/**
 * A request, ready to be sent.
 *
 * @param kind what it is counted as
 * @param expected status of the only right answer
 * @param bytes head and body
 * @param subject what the answer is about: for who reads it
 */
record Call(Kind kind, int expected, byte[] bytes, String subject) {
    enum Kind {
        PREPARE(false),
        SIGN_IN(false),
        UPLOAD(false),
        READ(false),
        CLAIM(true),
        DECLARE(true),
        SCORE(true),
        APPROVE(true);

        /** Whether it adds one commit to the log. */
        final boolean command;

        Kind(boolean command) {
            this.command = command;
        }
    }

    static Call json(Kind kind, int expected, String method, String path, String token, String body, String subject) {
        return of(
                kind,
                expected,
                method,
                path,
                "Bearer " + token,
                "Content-Type: application/json\r\n",
                body.getBytes(StandardCharsets.UTF_8),
                subject);
    }

    static Call get(Kind kind, String path, String token, String subject) {
        return of(kind, 200, "GET", path, "Bearer " + token, "", new byte[0], subject);
    }

    static Call signIn(Kind kind, String user, String password) {
        String basic = Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
        return of(kind, 201, "POST", "/api/v1/tokens", "Basic " + basic, "", new byte[0], user);
    }

    /** One part named {@code file}. */
    static Call file(
            Kind kind, int expected, String path, String token, String name, String type, byte[] file, String subject) {
        String boundary = "bench-" + UUID.randomUUID();
        byte[] head = ("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                        + "\"\r\nContent-Type: " + type + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
        byte[] foot = ("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8);
        return of(
                kind,
                expected,
                "POST",
                path,
                "Bearer " + token,
                "Content-Type: multipart/form-data; boundary=" + boundary + "\r\n",
                joined(head, file, foot),
                subject);
    }

    private static Call of(
            Kind kind,
            int expected,
            String method,
            String path,
            String authorization,
            String headers,
            byte[] body,
            String subject) {
        StringBuilder head = new StringBuilder(320)
                .append(method + " /")
                .append(path, 1, path.length())
                .append(" HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: " + authorization + "\r\n" + headers);
        if (!method.equals("GET")) {
            head.append("Content-Length: " + body.length + "\r\n");
        }
        if (kind.command || kind == Kind.UPLOAD) {
            // a careful caller names every write
            head.append("Idempotency-Key: " + UUID.randomUUID() + "\r\n");
        }
        byte[] start = head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
        return new Call(kind, expected, joined(start, body), subject);
    }

    private static byte[] joined(byte[]... parts) {
        int length = 0;
        for (byte[] part : parts) {
            length += part.length;
        }
        byte[] whole = new byte[length];
        int at = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, whole, at, part.length);
            at += part.length;
        }
        return whole;
    }
}
