package org.cadreledger.cadre.importing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/** Files to import. */
final class Sheets {
    static final List<Object> HEADERS = List.of("编号", "姓名", "类别", "单位", "职务", "职级", "登记日期");
    static final String CSV_HEADERS = "编号,姓名,类别,单位,职务,职级,登记日期\n";

    private Sheets() {}

    /** Texts, numbers and dates as a spreadsheet program would store them. */
    static byte[] xlsx(List<List<Object>> rows) {
        try (SXSSFWorkbook workbook = new SXSSFWorkbook();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            CellStyle date = workbook.createCellStyle();
            date.setDataFormat(workbook.createDataFormat().getFormat("yyyy/m/d"));
            Sheet sheet = workbook.createSheet("名册");
            for (int r = 0; r < rows.size(); r++) {
                Row row = sheet.createRow(r);
                for (int c = 0; c < rows.get(r).size(); c++) {
                    fill(row.createCell(c), rows.get(r).get(c), date);
                }
            }
            workbook.write(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void fill(Cell cell, Object value, CellStyle date) {
        switch (value) {
            case LocalDate day -> {
                cell.setCellValue(day);
                cell.setCellStyle(date);
            }
            case Number number -> cell.setCellValue(number.doubleValue());
            default -> cell.setCellValue(value.toString());
        }
    }

    static List<List<Object>> cadres(int count) {
        List<List<Object>> rows = new ArrayList<>();
        rows.add(HEADERS);
        for (int i = 0; i < count; i++) {
            rows.add(List.of(
                    "c" + i, "姓名" + i, i % 4 == 0 ? "后备" : "科级", "单位" + i % 60, "职务", "四级", LocalDate.of(2020, 1, 1)));
        }
        return rows;
    }
}
