package org.cadreledger.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** What people take away. */
final class Excel {
    private Excel() {}

    /** Texts of all cells of the file at that address. */
    static List<String> cells(Visit visit, String path) throws IOException {
        APIResponse response = visit.get(path);
        assertThat(response.status()).isEqualTo(200);
        List<String> cells = new ArrayList<>();
        try (Workbook workbook = new XSSFWorkbook(new ByteArrayInputStream(response.body()))) {
            for (Row row : workbook.getSheetAt(0)) {
                row.forEach(cell -> cells.add(cell.toString()));
            }
        }
        return cells;
    }
}
