package org.cadreledger.cadre.importing;

import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler.SheetContentsHandler;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.jspecify.annotations.Nullable;

/** Collects a sheet's cells as they are parsed. */
final class SheetRows implements SheetContentsHandler {
    private final List<Table.Row> rows = new ArrayList<>();
    private List<String> cells = new ArrayList<>();

    @Override
    public void startRow(int rowNumber) {
        cells = new ArrayList<>();
    }

    @Override
    public void cell(@Nullable String reference, @Nullable String value, @Nullable XSSFComment comment) {
        // a lenient writer may leave the reference out: then the cell follows the one before
        int column = reference == null ? cells.size() : new CellReference(reference).getCol();
        if (column < 0 || column >= Table.MOST_COLUMNS) {
            return;
        }
        while (cells.size() <= column) {
            cells.add("");
        }
        cells.set(column, value == null ? "" : value);
    }

    @Override
    public void endRow(int rowNumber) {
        Table.Row row = new Table.Row(rowNumber + 1, cells);
        if (!row.isBlank()) {
            rows.add(row);
        }
        if (rows.size() > Table.MOST_ROWS + 1) {
            throw Table.tooManyRows();
        }
    }

    Table table() {
        return new Table(rows);
    }
}
