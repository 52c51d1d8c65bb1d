package org.cadreledger.cadre.importing;

import java.util.List;
import org.cadreledger.refusal.Refusal;

/**
 * A file as rows of text, whatever its format was; blank rows left out.
 *
 * @param rows the first one holds the headers
 */
record Table(List<Row> rows) {
    /** Rows below the headers; a county has a tenth of it. */
    static final int MOST_ROWS = 20_000;

    /** Cells further right are not looked at. */
    static final int MOST_COLUMNS = 100;

    /**
     * @param number as a spreadsheet program shows it, from 1
     * @param cells by column; a missing cell is an empty text
     */
    record Row(int number, List<String> cells) {
        Row {
            cells = List.copyOf(cells);
        }

        String cell(int column) {
            return column < cells.size() ? cells.get(column).strip() : "";
        }

        boolean isBlank() {
            return cells.stream().allMatch(String::isBlank);
        }
    }

    Table {
        rows = List.copyOf(rows);
    }

    static Refusal tooManyRows() {
        return Refusal.field("file", "too-many-rows", MOST_ROWS);
    }

    static Refusal unreadable() {
        return Refusal.field("file", "unreadable");
    }
}
