package org.cadreledger.store;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The canonical bytes of a commit and the hashes over them, as decision 0002 defines them. */
final class Hashes {

    static final String ALGORITHM = "SHA-256";
    /** Stands for the hash before the first commit. */
    static final String GENESIS = "0".repeat(64);

    private static final HexFormat HEX = HexFormat.of();

    private Hashes() {}

    static String hash(Commit commit) {
        byte[] body = body(commit.k(), commit.bodyHash(), commit.answer(), commit.by(), commit.keys(), commit.events());
        return hash(digest(commit.algorithm()), commit, body, body.length);
    }

    /**
     * @param digest of the commit's algorithm, with nothing in it before and after
     * @param body begins with the commit's, which is that long
     */
    static String hash(MessageDigest digest, Commit commit, byte[] body, int length) {
        byte[] head = head(commit.algorithm(), commit.position(), commit.at());
        return hash(digest, commit.previous(), head, body, length);
    }

    static String hash(String algorithm, long position, Instant at, byte[] body, String previous) {
        return hash(digest(algorithm), previous, head(algorithm, position, at), body, body.length);
    }

    private static String hash(MessageDigest digest, String previous, byte[] head, byte[] body, int length) {
        digest.update(HEX.parseHex(previous));
        digest.update(head);
        digest.update(body, 0, length);
        return HEX.formatHex(digest.digest());
    }

    static String personalHash(String algorithm, PersonalPart part) {
        MessageDigest digest = digest(algorithm);
        digest.update(HEX.parseHex(part.salt()));
        digest.update(part.json().getBytes(StandardCharsets.UTF_8));
        return HEX.formatHex(digest.digest());
    }

    /** Everything that numbering changes comes first, so that renumbering need not encode the rest again. */
    static byte[] head(String algorithm, long position, Instant at) {
        String time = Long.toString(at.toEpochMilli());
        return (netstring(algorithm) + netstring(Long.toString(position)) + netstring(time))
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static String netstring(String ascii) {
        return ascii.length() + ":" + ascii;
    }

    static byte[] body(
            String k,
            @Nullable String bodyHash,
            @Nullable String answer,
            String by,
            List<String> keys,
            List<StoredEvent> events) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(1024);
        put(out, k);
        put(out, bodyHash);
        put(out, answer);
        put(out, by);
        put(out, keys.size());
        keys.forEach(key -> put(out, key));
        put(out, events.size());
        for (StoredEvent event : events) {
            put(out, event.id());
            put(out, event.stream());
            put(out, event.type());
            put(out, event.sequence());
            put(out, event.name());
            put(out, event.jurisdiction());
            put(out, event.payload());
            put(out, event.personalHash());
        }
        return out.toByteArray();
    }

    private static void put(ByteArrayOutputStream out, long number) {
        put(out, Long.toString(number));
    }

    /** A netstring without the closing comma; {@code -:} stands for null, which no length can be. */
    private static void put(ByteArrayOutputStream out, @Nullable String text) {
        if (text == null) {
            out.writeBytes(new byte[] {'-', ':'});
            return;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeBytes((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(bytes);
    }

    static MessageDigest digest(String algorithm) {
        if (!algorithm.equals(ALGORITHM)) {
            throw new IllegalArgumentException("unknown hash algorithm " + algorithm);
        }
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
