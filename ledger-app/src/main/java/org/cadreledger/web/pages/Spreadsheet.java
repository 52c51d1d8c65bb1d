package org.cadreledger.web.pages;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.cadreledger.points.Points;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * A list to take away as xlsx: its title, what it is about (county, period, seal, time), a header and the rows. Numbers and
 * points are numbers; everything else is text, also where it looks like a formula.
 */
public final class Spreadsheet {
    public static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    /** Characters with which a cell would be taken for a formula, here or in what it is copied to. */
    private static final String FORMULA = "=+-@\t\r";

    private static final int WIDEST = 40;
    private static final int UNITS_A_CHARACTER = 256;
    private static final int LONGEST_CELL = 32_767;

    private final String title;
    private final List<String> facts;
    private final List<String> header;
    private final List<List<? extends @Nullable Object>> rows = new ArrayList<>();

    /**
     * @param facts lines under the title, in words: county, period, seal, time of the export
     * @param header names of the columns
     */
    public Spreadsheet(String title, List<String> facts, List<String> header) {
        this.title = title;
        this.facts = List.copyOf(facts);
        this.header = List.copyOf(header);
    }

    /** @param cells one for each column; null for an empty one */
    public Spreadsheet row(List<? extends @Nullable Object> cells) {
        rows.add(cells);
        return this;
    }

    /** @param fileName without its ending */
    public ResponseEntity<byte[]> download(String fileName) {
        ContentDisposition saved = ContentDisposition.attachment()
                .filename(fileName + ".xlsx", StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, saved.toString())
                .contentType(XLSX)
                .body(bytes());
    }

    byte[] bytes() {
        try (SXSSFWorkbook workbook = new SXSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            Styles styles = new Styles(workbook);
            Sheet sheet = workbook.createSheet();
            int at = 0;
            put(sheet.createRow(at++).createCell(0), title, styles.strong(), styles);
            for (String fact : facts) {
                put(sheet.createRow(at++).createCell(0), fact, styles.plain(), styles);
            }
            at++;
            line(sheet.createRow(at++), header, styles.strong(), styles);
            sheet.createFreezePane(0, at);
            for (List<? extends @Nullable Object> row : rows) {
                line(sheet.createRow(at++), row, styles.plain(), styles);
            }
            widths(sheet);
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Styles(CellStyle plain, CellStyle strong, CellStyle quoted) {
        Styles(SXSSFWorkbook workbook) {
            this(workbook.createCellStyle(), workbook.createCellStyle(), workbook.createCellStyle());
            Font bold = workbook.createFont();
            bold.setBold(true);
            strong.setFont(bold);
            quoted.setQuotePrefixed(true);
        }
    }

    private static void line(Row row, List<? extends @Nullable Object> cells, CellStyle style, Styles styles) {
        for (int i = 0; i < cells.size(); i++) {
            put(row.createCell(i), cells.get(i), style, styles);
        }
    }

    private static void put(Cell cell, @Nullable Object value, CellStyle style, Styles styles) {
        cell.setCellStyle(style);
        switch (value) {
            case null -> cell.setBlank();
            case Points points -> cell.setCellValue(points.toDecimal().doubleValue());
            case BigDecimal decimal -> cell.setCellValue(decimal.doubleValue());
            case Integer number -> cell.setCellValue(number);
            case Long number -> cell.setCellValue(number);
            default -> {
                String text = String.valueOf(value);
                cell.setCellValue(text.length() > LONGEST_CELL ? text.substring(0, LONGEST_CELL) : text);
                if (!text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0) {
                    cell.setCellStyle(styles.quoted());
                }
            }
        }
    }

    /** By the longest text of a column: measuring fonts would need some on the server. Chinese is twice as wide. */
    private void widths(Sheet sheet) {
        for (int i = 0; i < header.size(); i++) {
            int column = i;
            int longest = Stream.concat(
                            Stream.of(header.get(i)),
                            rows.stream()
                                    .filter(row -> column < row.size())
                                    .map(row -> String.valueOf(row.get(column))))
                    .mapToInt(Spreadsheet::width)
                    .max()
                    .orElse(1);
            sheet.setColumnWidth(i, Math.min(longest + 2, WIDEST) * UNITS_A_CHARACTER);
        }
    }

    private static int width(String text) {
        return text.codePoints().map(c -> c > 0x2E80 ? 2 : 1).sum();
    }
}
