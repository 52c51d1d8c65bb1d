package org.cadreledger.demo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The register as files to import, one row a cadre. */
final class Roster {
    private static final List<String> COLUMNS =
            List.of("cadreId", "name", "jurisdiction", "category", "unit", "post", "rank", "group", "registeredOn");

    private final String county;
    private final Texts texts;

    Roster(String county, Texts texts) {
        this.county = county;
        this.texts = texts;
    }

    /** No field holds a comma, a quote or a line break. */
    byte[] csv(List<Person> people) {
        return rows(people)
                .map(row -> String.join(",", row) + "\r\n")
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.UTF_8);
    }

    byte[] xlsx(List<Person> people) {
        try (Workbook workbook = new XSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            Sheet sheet = workbook.createSheet("cadres");
            List<List<String>> rows = rows(people).toList();
            for (int i = 0; i < rows.size(); i++) {
                Row row = sheet.createRow(i);
                for (int j = 0; j < COLUMNS.size(); j++) {
                    row.createCell(j).setCellValue(rows.get(i).get(j));
                }
            }
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Stream<List<String>> rows(List<Person> people) {
        return Stream.concat(Stream.of(COLUMNS), people.stream().map(this::row));
    }

    private List<String> row(Person person) {
        return List.of(
                person.id(),
                person.name(),
                county,
                category(person),
                person.unit().name(),
                person.post(),
                person.rank() == null ? "" : person.rank(),
                group(person, person.unit()),
                person.registeredOn().toString());
    }

    static String category(Person person) {
        return person.reserve() ? "RESERVE" : "SECTION";
    }

    /** Section cadres are ranked in two groups, townships and county departments; reserve cadres in one. */
    String group(Person person, Unit unit) {
        return person.reserve() ? "" : texts.one("groups." + unit.kind());
    }
}
