package org.cadreledger.cadre.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.cadreledger.cadre.RegisterCadre;
import org.cadreledger.cadre.RegisterCadre.Outcome;
import org.cadreledger.cadre.register.CadreFile.Particulars;
import org.cadreledger.cadre.registering.Registrations.Foreseen;
import org.jspecify.annotations.Nullable;

/** What an import would do. */
public record ImportPreview(List<Row> rows, List<RejectedRow> rejected) {
    public ImportPreview {
        rows = List.copyOf(rows);
        rejected = List.copyOf(rejected);
    }

    /**
     * One row that would be taken.
     *
     * @param row as a spreadsheet program counts
     * @param changes empty unless the outcome is CHANGED
     */
    public record Row(int row, RegisterCadre command, Outcome outcome, List<Change> changes) {}

    /**
     * One of the particulars that would change.
     *
     * @param field as in {@code PUT /cadres}
     */
    public record Change(
            String field, @Nullable Object before, @Nullable Object after) {}

    public List<Row> with(Outcome outcome) {
        return rows.stream().filter(row -> row.outcome() == outcome).toList();
    }

    static Row row(int number, RegisterCadre command, Foreseen foreseen) {
        Particulars before = foreseen.before();
        List<Change> changes =
                foreseen.outcome() == Outcome.CHANGED && before != null ? changes(before, command) : List.of();
        return new Row(number, command, foreseen.outcome(), changes);
    }

    private static List<Change> changes(Particulars before, RegisterCadre after) {
        List<Change> changes = new ArrayList<>();
        add(changes, "name", before.name(), after.name());
        add(changes, "jurisdiction", before.jurisdiction(), after.jurisdiction());
        add(changes, "category", before.category(), after.category());
        add(changes, "unit", before.unit(), after.unit());
        add(changes, "post", before.post(), after.post());
        add(changes, "rank", before.rank(), after.rank());
        add(changes, "group", before.group(), after.group());
        add(changes, "registeredOn", before.registeredOn(), after.registeredOn());
        if (after.since() != null) {
            add(changes, "since", before.since(), after.since());
        }
        return List.copyOf(changes);
    }

    private static void add(List<Change> changes, String field, @Nullable Object before, @Nullable Object after) {
        if (!Objects.equals(before, after)) {
            changes.add(new Change(field, before, after));
        }
    }
}
