package org.cadreledger.objection.pages;

import java.math.BigDecimal;
import org.cadreledger.objection.api.ObjectionController.AnswerBody;
import org.cadreledger.objection.api.ObjectionController.CorrectionBody;
import org.cadreledger.refusal.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * The answer as the browser sends it.
 *
 * @param entry what the correction posts: {@code rule/<code>/<level>}, {@code item/<item>/}; empty for no correction
 * @param points of a base item only: a rule has its own
 */
public record AnswerForm(
        @Nullable String jurisdiction,
        @Nullable Boolean upheld,
        @Nullable String answer,
        @Nullable String entry,
        @Nullable String month,
        @Nullable String points,
        @Nullable String matter) {
    static final AnswerForm EMPTY = new AnswerForm(null, null, null, null, null, null, null);

    AnswerBody body(String county) {
        return new AnswerBody(county, upheld, answer, correction());
    }

    private @Nullable CorrectionBody correction() {
        if (entry == null || entry.isBlank()) {
            return null;
        }
        String[] parts = entry.split("/", -1);
        if (parts.length != 3) {
            throw Refusal.field("correction.rule", "choice");
        }
        boolean item = parts[0].equals("item");
        return new CorrectionBody(
                month,
                item ? null : parts[1],
                item ? parts[1] : null,
                parts[2].isEmpty() ? null : parts[2],
                item ? decimal() : null,
                matter);
    }

    private @Nullable BigDecimal decimal() {
        if (points == null || points.isBlank()) {
            return null;
        }
        try {
            return new BigDecimal(points.strip());
        } catch (NumberFormatException e) {
            throw Refusal.field("correction.points", "points");
        }
    }
}
