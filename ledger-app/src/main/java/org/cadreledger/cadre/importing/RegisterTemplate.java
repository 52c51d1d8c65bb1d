package org.cadreledger.cadre.importing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** An empty register file to fill in. */
public final class RegisterTemplate {
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final int WIDTH = 16 * 256;

    private RegisterTemplate() {}

    private static List<String> header(boolean chinese) {
        return Arrays.stream(Column.values())
                .map(column -> chinese ? column.chinese() : column.field)
                .toList();
    }

    /** With a byte order mark, by which spreadsheet programs know UTF-8. */
    public static byte[] csv(boolean chinese) {
        return (BYTE_ORDER_MARK + String.join(",", header(chinese)) + "\r\n").getBytes(StandardCharsets.UTF_8);
    }

    /** All columns are text, so that ids keep their zeros and dates stay as they are typed. */
    public static byte[] xlsx(boolean chinese) {
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            Sheet sheet = workbook.createSheet();
            CellStyle text = workbook.createCellStyle();
            text.setDataFormat(workbook.createDataFormat().getFormat("@"));
            Row first = sheet.createRow(0);
            List<String> header = header(chinese);
            for (int i = 0; i < header.size(); i++) {
                first.createCell(i).setCellValue(header.get(i));
                sheet.setDefaultColumnStyle(i, text);
                sheet.setColumnWidth(i, WIDTH);
            }
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
