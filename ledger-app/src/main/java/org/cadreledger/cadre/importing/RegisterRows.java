package org.cadreledger.cadre.importing;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cadreledger.cadre.Category;
import org.cadreledger.cadre.RegisterCadre;
import org.cadreledger.refusal.Refusal;
import org.cadreledger.refusal.Refusal.FieldProblem;
import org.jspecify.annotations.Nullable;

/** Turns a table into registrations, or says row by row what is wrong. Pure. */
final class RegisterRows {
    private static final Pattern DATE = Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?(?:[ T].*)?");

    private final Map<Column, Integer> places = new EnumMap<>(Column.class);
    private final Map<Column, String> headers = new EnumMap<>(Column.class);
    private final @Nullable String defaultJurisdiction;
    private final Set<String> seen = new HashSet<>();

    private RegisterRows(Table.Row headerRow, @Nullable String defaultJurisdiction) {
        this.defaultJurisdiction = defaultJurisdiction;
        for (int i = 0; i < headerRow.cells().size(); i++) {
            String header = headerRow.cell(i);
            int place = i;
            Column.ofHeader(header).ifPresent(column -> {
                if (places.putIfAbsent(column, place) == null) {
                    headers.put(column, header);
                }
            });
        }
    }

    /** A row that can be tried. */
    record Parsed(int row, RegisterCadre command) {}

    /** What a table comes to, in its order; {@code headers} name the columns as the file does. */
    record Rows(List<Parsed> parsed, List<RejectedRow> rejected, Map<Column, String> headers) {}

    /**
     * @param defaultJurisdiction for rows that name no county
     * @throws Refusal field {@code file} when a column is missing
     */
    static Rows parse(Table table, @Nullable String defaultJurisdiction) {
        RegisterRows rows = new RegisterRows(table.rows().getFirst(), defaultJurisdiction);
        rows.requireColumns();
        List<Parsed> parsed = new ArrayList<>();
        List<RejectedRow> rejected = new ArrayList<>();
        for (Table.Row row : table.rows().subList(1, table.rows().size())) {
            List<RejectedRow> problems = new ArrayList<>();
            RegisterCadre command = rows.parse(row, problems);
            if (command == null) {
                rejected.addAll(problems);
            } else {
                parsed.add(new Parsed(row.number(), command));
            }
        }
        return new Rows(parsed, rejected, rows.headers);
    }

    private void requireColumns() {
        List<FieldProblem> missing = new ArrayList<>();
        for (Column column : Column.values()) {
            if (column.required && !places.containsKey(column)) {
                missing.add(new FieldProblem("file", "missing-column", List.of(column.field)));
            }
        }
        if (!missing.isEmpty()) {
            throw Refusal.fields(missing);
        }
    }

    private @Nullable RegisterCadre parse(Table.Row row, List<RejectedRow> problems) {
        String id = required(row, Column.CADRE_ID, problems);
        String name = required(row, Column.NAME, problems);
        Category category = category(row, problems);
        String unit = required(row, Column.UNIT, problems);
        String post = required(row, Column.POST, problems);
        LocalDate registeredOn = date(row, Column.REGISTERED_ON, true, problems);
        LocalDate since = date(row, Column.SINCE, false, problems);
        String jurisdiction = jurisdiction(row, problems);
        if (!id.isEmpty() && !seen.add(id)) {
            reject(row, Column.CADRE_ID, "duplicate", problems, id);
        }
        if (!problems.isEmpty() || category == null || registeredOn == null || jurisdiction == null) {
            return null;
        }
        return new RegisterCadre(
                id,
                name,
                jurisdiction,
                category,
                unit,
                post,
                optional(row, Column.RANK),
                optional(row, Column.GROUP),
                registeredOn,
                since);
    }

    private String text(Table.Row row, Column column) {
        Integer place = places.get(column);
        return place == null ? "" : row.cell(place);
    }

    private @Nullable String optional(Table.Row row, Column column) {
        String text = text(row, column);
        return text.isEmpty() ? null : text;
    }

    private String required(Table.Row row, Column column, List<RejectedRow> problems) {
        String text = text(row, column);
        if (text.isEmpty()) {
            reject(row, column, "required", problems);
        }
        return text;
    }

    private @Nullable Category category(Table.Row row, List<RejectedRow> problems) {
        String text = required(row, Column.CATEGORY, problems);
        return switch (text.toUpperCase(Locale.ROOT)) {
            case "" -> null;
            case "SECTION", "科级", "科级干部", "科级领导干部" -> Category.SECTION;
            case "RESERVE", "后备", "后备干部" -> Category.RESERVE;
            default -> {
                reject(row, Column.CATEGORY, "bad-category", problems, text);
                yield null;
            }
        };
    }

    private @Nullable LocalDate date(Table.Row row, Column column, boolean required, List<RejectedRow> problems) {
        String text = required ? required(row, column, problems) : text(row, column);
        if (text.isEmpty()) {
            return null;
        }
        Matcher date = DATE.matcher(text);
        try {
            if (date.matches()) {
                return LocalDate.of(
                        Integer.parseInt(date.group(1)),
                        Integer.parseInt(date.group(2)),
                        Integer.parseInt(date.group(3)));
            }
        } catch (DateTimeException _) {
            // no such day: as bad as no date at all
        }
        reject(row, column, "bad-date", problems, text);
        return null;
    }

    private @Nullable String jurisdiction(Table.Row row, List<RejectedRow> problems) {
        String text = text(row, Column.JURISDICTION);
        if (!text.isEmpty()) {
            return text;
        }
        if (defaultJurisdiction == null) {
            reject(row, Column.JURISDICTION, "required", problems);
        }
        return defaultJurisdiction;
    }

    private void reject(Table.Row row, Column column, String code, List<RejectedRow> problems, Object... arguments) {
        problems.add(
                RejectedRow.field(row.number(), headers.getOrDefault(column, column.field), code, List.of(arguments)));
    }
}
