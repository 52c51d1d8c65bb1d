package org.cadreledger.ledger.twins;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of an account to compare it with others: MinHash over its runs of three characters, one byte each. The text
 * cannot be told from it, so it may outlive the account's erasure.
 *
 * @param bytes one for each hash function, base64
 * @param bands what alike texts most likely have in common: of two with 80 % of their runs in common 98 % share a band
 */
public record TextSketch(String bytes, List<String> bands) {
    private static final int RUN = 3;

    private static final int FUNCTIONS = 128;

    /** Chance that two different hashes have the same byte. */
    private static final double BYTE_CLASH = 1.0 / 256;

    private static final int BANDS = 8;
    private static final int ROWS = 4;

    /** Odd, from the golden ratio: its multiples are far apart (splitmix64). */
    private static final long STEP = 0x9E3779B97F4A7C15L;

    public TextSketch {
        bands = List.copyOf(bands);
    }

    /** Null for a text without a letter or digit. */
    static @Nullable TextSketch of(@Nullable String text) {
        int[] characters = normalised(text == null ? "" : text);
        if (characters.length == 0) {
            return null;
        }
        long[] least = least(characters);
        byte[] bytes = new byte[FUNCTIONS];
        for (int i = 0; i < FUNCTIONS; i++) {
            bytes[i] = (byte) least[i];
        }
        List<String> bands = new ArrayList<>();
        for (int band = 0; band < BANDS; band++) {
            long joined = band;
            for (int row = 0; row < ROWS; row++) {
                joined = mixed(joined * STEP + least[band * ROWS + row]);
            }
            bands.add("%08x".formatted((int) joined));
        }
        return new TextSketch(Base64.getEncoder().encodeToString(bytes), bands);
    }

    /** Letters and digits alone: width, case, blanks and punctuation make no difference. */
    private static int[] normalised(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .toArray();
    }

    /** The least value of each hash function over all runs; a text shorter than a run is one. */
    private static long[] least(int[] characters) {
        long[] least = new long[FUNCTIONS];
        Arrays.fill(least, Long.MAX_VALUE);
        int runs = Math.max(1, characters.length - RUN + 1);
        for (int start = 0; start < runs; start++) {
            long run = 0;
            for (int i = start; i < Math.min(start + RUN, characters.length); i++) {
                run = mixed(run + characters[i] + STEP);
            }
            for (int i = 0; i < FUNCTIONS; i++) {
                least[i] = Math.min(least[i], mixed(run ^ (i * STEP)));
            }
        }
        return least;
    }

    /** The finisher of splitmix64: every bit of the result depends on every bit given. */
    private static long mixed(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** How many of the two texts' runs are common, in percent, give or take five; 100 for texts that say the same. */
    int similarity(TextSketch other) {
        byte[] own = Base64.getDecoder().decode(bytes);
        byte[] others = Base64.getDecoder().decode(other.bytes);
        int same = 0;
        for (int i = 0; i < FUNCTIONS; i++) {
            same += own[i] == others[i] ? 1 : 0;
        }
        double common = ((double) same / FUNCTIONS - BYTE_CLASH) / (1 - BYTE_CLASH);
        return (int) Math.round(100 * Math.max(0, common));
    }
}
