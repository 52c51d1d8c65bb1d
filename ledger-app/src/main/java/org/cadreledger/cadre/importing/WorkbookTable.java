package org.cadreledger.cadre.importing;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.Iterator;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler;
import org.cadreledger.refusal.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xml.sax.InputSource;
import org.xml.sax.XMLReader;

/** The first sheet of an xlsx workbook, read as a stream and within bounds. */
final class WorkbookTable {
    private static final Logger LOG = LoggerFactory.getLogger(WorkbookTable.class);

    private WorkbookTable() {}

    /** @throws Refusal field {@code file} for anything but a sound workbook of reasonable size */
    static Table read(byte[] file) {
        ZipBounds.check(file);
        try (OPCPackage parts = OPCPackage.open(new ByteArrayInputStream(file))) {
            XSSFReader workbook = new XSSFReader(parts);
            Iterator<InputStream> sheets = workbook.getSheetsData();
            if (!sheets.hasNext()) {
                throw Table.unreadable();
            }
            SheetRows rows = new SheetRows();
            XMLReader reader = XMLHelper.newXMLReader();
            reader.setContentHandler(new XSSFSheetXMLHandler(
                    workbook.getStylesTable(), new ReadOnlySharedStringsTable(parts), rows, new PlainFormat(), false));
            try (InputStream sheet = sheets.next()) {
                reader.parse(new InputSource(sheet));
            }
            return rows.table();
        } catch (Refusal e) {
            throw e;
        } catch (Exception e) {
            // a file from outside can break the parser in any way: it is the file that is wrong
            LOG.debug("unreadable workbook", e);
            throw Table.unreadable();
        }
    }

    /** Cells as data, not as they look: dates by ISO, numbers plain, whatever the cell's style or the machine's locale. */
    private static final class PlainFormat extends DataFormatter {
        @Override
        public String formatRawCellContents(
                double value, int formatIndex, String formatString, boolean use1904Windowing) {
            if (DateUtil.isADateFormat(formatIndex, formatString) && DateUtil.isValidExcelDate(value)) {
                return DateUtil.getLocalDateTime(value, use1904Windowing)
                        .toLocalDate()
                        .toString();
            }
            return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
        }
    }
}
