package org.cadreledger.cadre.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cadreledger.registerbed.Refused.fields;
import static org.cadreledger.registerbed.Refused.with;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.cadreledger.refusal.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableFileTest {
    private static final String TEXT = Sheets.CSV_HEADERS + "c1,李雷,科级,\"组织部, 办公室\",主任,,2020-01-01\n\nc2,韩梅梅\n";

    private static Table csv(String text, Charset charset) {
        return TableFile.read(text.getBytes(charset));
    }

    /** A sound workbook in which one part is replaced. */
    private static byte[] tampered(String part, byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipArchiveInputStream in =
                        new ZipArchiveInputStream(new ByteArrayInputStream(Sheets.xlsx(Sheets.cadres(2))));
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (ZipArchiveEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write(entry.getName().equals(part) ? content : in.readAllBytes());
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return bytes.toByteArray();
    }

    @Test
    void csv_is_read_in_utf_8_with_and_without_mark_and_in_gb18030() {
        Table expected = csv(TEXT, StandardCharsets.UTF_8);
        assertThat(expected.rows()).extracting(Table.Row::number).containsExactly(1, 2, 4);
        assertThat(expected.rows().get(1).cell(3)).isEqualTo("组织部, 办公室");
        assertThat(expected.rows().get(2).cell(5)).isEmpty();
        assertThat(csv("\uFEFF" + TEXT, StandardCharsets.UTF_8)).isEqualTo(expected);
        assertThat(csv(TEXT, Charset.forName("GB18030"))).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {";", "\t"})
    void csv_may_be_separated_otherwise(String separator) {
        Table table = csv("编号,姓名,单位\nc1,李雷,组织部\n".replace(",", separator), StandardCharsets.UTF_8);
        assertThat(table.rows().get(1).cells()).containsExactly("c1", "李雷", "组织部");
    }

    @Test
    void xlsx_gives_texts_numbers_and_dates_as_data() {
        Table table = TableFile.read(Sheets.xlsx(
                List.of(Sheets.HEADERS, List.of(1001, "李雷", "科级", "u", "p", 3.5, LocalDate.of(2020, 2, 29)))));
        assertThat(table.rows().get(1).cells()).containsExactly("1001", "李雷", "科级", "u", "p", "3.5", "2020-02-29");
    }

    @Test
    void what_is_neither_is_refused() {
        with(Reason.UNSUPPORTED_MEDIA_TYPE, () -> TableFile.read(new byte[] {1, 2, 3, 0, 5}));
        byte[] xls = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1};
        with(Reason.UNSUPPORTED_MEDIA_TYPE, () -> TableFile.read(xls));
        fields(() -> TableFile.read(new byte[0]), "file: required");
        fields(() -> csv("\n\n", StandardCharsets.UTF_8), "file: no-rows");
        with(Reason.PAYLOAD_TOO_LARGE, () -> TableFile.read(new byte[TableFile.MOST_BYTES + 1]));
    }

    @Test
    void an_unclosed_quote_makes_the_file_unreadable_or_its_last_row_odd_but_breaks_nothing() {
        assertThat(csv("编号,姓名\n\"c1,x\n", StandardCharsets.UTF_8).rows()).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void a_cut_off_workbook_is_refused_wherever_the_cut_is() {
        byte[] sound = Sheets.xlsx(Sheets.cadres(20));
        for (int length = 4; length < sound.length - 1_500; length += 97) {
            byte[] cut = Arrays.copyOf(sound, length);
            fields(() -> TableFile.read(cut), "file: unreadable");
        }
    }

    @Test
    void broken_parts_of_a_workbook_are_refused() {
        byte[] garbage = "not xml".getBytes(StandardCharsets.UTF_8);
        for (String part :
                List.of("xl/worksheets/sheet1.xml", "xl/styles.xml", "xl/workbook.xml", "[Content_Types].xml")) {
            fields(() -> TableFile.read(tampered(part, garbage)), "file: unreadable");
        }
    }

    @Test
    void a_document_type_that_grows_or_reads_files_is_refused() {
        String laughs = "<!DOCTYPE lolz [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\">"
                + "<!ENTITY x SYSTEM \"file:///etc/hostname\">]><worksheet>&b;&x;</worksheet>";
        fields(
                () -> TableFile.read(tampered("xl/worksheets/sheet1.xml", laughs.getBytes(StandardCharsets.UTF_8))),
                "file: unreadable");
    }

    @Test
    void a_zip_bomb_is_refused_before_it_is_unpacked_into_memory() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] zeros = new byte[1024 * 1024];
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            for (int i = 0; i < 200; i++) {
                zip.write(zeros);
            }
        }
        fields(() -> TableFile.read(bytes.toByteArray()), "file: archive-too-large");
    }

    @Test
    void styles_that_are_huge_and_too_many_parts_are_refused() throws IOException {
        fields(() -> TableFile.read(tampered("xl/styles.xml", new byte[5 * 1024 * 1024])), "file: archive-too-large");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i <= ZipBounds.MOST_PARTS; i++) {
                zip.putNextEntry(new ZipEntry("p" + i));
            }
        }
        fields(() -> TableFile.read(bytes.toByteArray()), "file: archive-too-large");
    }

    @Test
    void too_many_rows_are_refused_in_either_format() {
        fields(() -> csv("a\n".repeat(Table.MOST_ROWS + 2), StandardCharsets.UTF_8), "file: too-many-rows");
        fields(() -> TableFile.read(Sheets.xlsx(Sheets.cadres(Table.MOST_ROWS + 1))), "file: too-many-rows");
    }

    @Test
    void an_archive_that_is_no_workbook_is_refused() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("readme.txt"));
        }
        fields(() -> TableFile.read(bytes.toByteArray()), "file: unreadable");
    }
}
