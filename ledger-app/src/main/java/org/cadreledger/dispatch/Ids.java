package org.cadreledger.dispatch;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Generated ids: they derive from the command's key, so that a repeated command generates the same. */
public final class Ids {
    private static final String BASE_32 = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int LENGTH = 20;
    private static final int BITS = 5;

    private Ids() {}

    /**
     * @param key of the command ({@code CommandContext.key})
     * @param purpose what the id is for, so that one command may generate several
     * @return 20 characters, 100 bits
     */
    public static String from(String key, String purpose) {
        byte[] hash = sha256(key + "\n" + purpose);
        StringBuilder id = new StringBuilder(LENGTH);
        for (int digit = 0; digit < LENGTH; digit++) {
            int value = 0;
            for (int bit = digit * BITS; bit < (digit + 1) * BITS; bit++) {
                value = (value << 1) | bit(hash, bit);
            }
            id.append(BASE_32.charAt(value));
        }
        return id.toString();
    }

    private static int bit(byte[] bytes, int index) {
        return (bytes[index / Byte.SIZE] >> (Byte.SIZE - 1 - index % Byte.SIZE)) & 1;
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
