package org.cadreledger.cadre.importing;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.cadreledger.refusal.Reason;
import org.cadreledger.refusal.Refusal;

/** Comma-, semicolon- or tab-separated text, in UTF-8 or, as Chinese spreadsheet programs write it, GB18030. */
final class CsvTable {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final char[] SEPARATORS = {',', ';', '\t'};

    private CsvTable() {}

    static Table read(byte[] file) {
        String text = decode(file);
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .fieldSeparator(separator(text))
                .skipEmptyLines(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text)) {
            List<Table.Row> rows = new ArrayList<>();
            int number = 0;
            for (CsvRecord line : reader) {
                number++;
                Table.Row row = new Table.Row(number, fields(line));
                if (!row.isBlank()) {
                    rows.add(row);
                }
                if (number > Table.MOST_ROWS + 1) {
                    throw Table.tooManyRows();
                }
            }
            return new Table(rows);
        } catch (CsvParseException _) {
            throw Table.unreadable();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> fields(CsvRecord line) {
        List<String> fields = line.getFields();
        return fields.subList(0, Math.min(fields.size(), Table.MOST_COLUMNS));
    }

    /** @throws Refusal UNSUPPORTED_MEDIA_TYPE for what is no text in either encoding */
    private static String decode(byte[] file) {
        String text;
        try {
            text = strictly(file, StandardCharsets.UTF_8);
        } catch (CharacterCodingException _) {
            try {
                text = strictly(file, GB18030);
            } catch (CharacterCodingException _) {
                throw Refusal.of(Reason.UNSUPPORTED_MEDIA_TYPE);
            }
        }
        if (text.chars().anyMatch(CsvTable::isBinary)) {
            throw Refusal.of(Reason.UNSUPPORTED_MEDIA_TYPE);
        }
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }

    private static String strictly(byte[] file, Charset charset) throws CharacterCodingException {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(file))
                .toString();
    }

    private static boolean isBinary(int c) {
        return c < ' ' && c != '\t' && c != '\r' && c != '\n';
    }

    /** The one that the headers use most. */
    private static char separator(String text) {
        String headers =
                text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        char best = SEPARATORS[0];
        long most = 0;
        for (char candidate : SEPARATORS) {
            long count = headers.chars().filter(c -> c == candidate).count();
            if (count > most) {
                most = count;
                best = candidate;
            }
        }
        return best;
    }
}
