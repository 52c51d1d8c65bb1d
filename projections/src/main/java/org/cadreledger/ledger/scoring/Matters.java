package org.cadreledger.ledger.scoring;

import java.text.Normalizer;

/** When two texts name the same matter (domain.md "Score of a period"). */
public final class Matters {
    private Matters() {}

    /** The form in which texts of matters are compared: Unicode NFC, trimmed, each run of white space one space. */
    public static String comparable(String text) {
        String composed = Normalizer.isNormalized(text, Normalizer.Form.NFC)
                ? text
                : Normalizer.normalize(text, Normalizer.Form.NFC);
        StringBuilder folded = new StringBuilder(composed.length());
        boolean gap = false;
        for (int i = 0; i < composed.length(); i++) {
            char c = composed.charAt(i);
            if (isWhiteSpace(c)) {
                gap = true;
                continue;
            }
            if (gap && !folded.isEmpty()) {
                folded.append(' ');
            }
            gap = false;
            folded.append(c);
        }
        return folded.toString();
    }

    public static boolean same(String one, String other) {
        return comparable(one).equals(comparable(other));
    }

    /** Full-width and no-break spaces too: Chinese input methods type the former, pasted documents hold the latter. */
    private static boolean isWhiteSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u0085';
    }
}
