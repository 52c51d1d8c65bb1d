package org.cadreledger.cadre.importing;

import java.util.List;
import org.cadreledger.refusal.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Why a row was not taken.
 *
 * @param row as a spreadsheet program counts, the headers being row 1
 * @param column the header as the file has it; null when the reason is not in one column
 * @param code message {@code field.<code>} in the bundles; for a refusal of the whole row its slug
 */
public record RejectedRow(int row, @Nullable String column, String code, List<Object> arguments) {
    public RejectedRow {
        arguments = List.copyOf(arguments);
    }

    /** Its text in the bundles, with the arguments. */
    public String message() {
        return column == null ? "problem." + code + ".detail" : "field." + code;
    }

    static RejectedRow field(int row, String column, String code, List<Object> arguments) {
        return new RejectedRow(row, column, code, arguments);
    }

    static RejectedRow problem(int row, Reason reason, List<Object> arguments) {
        return new RejectedRow(row, null, reason.slug(), arguments);
    }
}
