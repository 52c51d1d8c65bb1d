package org.cadreledger.cadre.listing;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cadreledger.cadre.CadreEvent;
import org.cadreledger.cadre.CadreEvent.AbsenceRecorded;
import org.cadreledger.cadre.CadreEvent.CadreTransferredOut;
import org.cadreledger.cadre.CadreEvent.GradeRecorded;
import org.cadreledger.cadre.Category;
import org.cadreledger.documents.Projection;
import org.cadreledger.log.Recorded;
import org.jspecify.annotations.Nullable;

/**
 * A county's cadres as they are now, many to a document: a whole county is read at once, to be searched and to give names.
 * Ids are {@code <jurisdiction>/<part>}.
 */
public final class RosterProjection implements Projection<RosterProjection.Roster> {
    /** A county of 3,000 has some 200 in each, 30 kB. */
    private static final int PARTS = 16;

    /** @param cadres by id; those who left included, for the boards that have them */
    public record Roster(SortedMap<String, Line> cadres) {
        public Roster {
            cadres = Collections.unmodifiableSortedMap(new TreeMap<>(cadres));
        }

        Roster with(String cadreId, Line line) {
            SortedMap<String, Line> next = new TreeMap<>(cadres);
            next.put(cadreId, line);
            return new Roster(next);
        }
    }

    /** @param here whether the cadre belongs to the county now */
    public record Line(
            boolean here,
            @Nullable String name,
            Category category,
            String unit,
            String post,
            @Nullable String rank,
            @Nullable String group,
            LocalDate registeredOn) {
        static Line of(CadreEvent.Particulars e) {
            return new Line(true, e.name(), e.category(), e.unit(), e.post(), e.rank(), e.group(), e.registeredOn());
        }

        Line left() {
            return new Line(false, name, category, unit, post, rank, group, registeredOn);
        }
    }

    @Override
    public String name() {
        return "roster";
    }

    @Override
    public Class<Roster> type() {
        return Roster.class;
    }

    @Override
    public List<List<String>> indexes() {
        return List.of();
    }

    @Override
    public List<String> concerned(Recorded<?> recorded) {
        return switch (recorded.event()) {
            case AbsenceRecorded _, GradeRecorded _ -> List.of();
            case CadreEvent event -> List.of(Projection.id(recorded, part(event.cadreId())));
            default -> List.of();
        };
    }

    private static String part(String cadreId) {
        return "%02d".formatted(Math.floorMod(cadreId.hashCode(), PARTS));
    }

    @Override
    public @Nullable Roster fold(String id, @Nullable Roster document, Recorded<?> recorded) {
        Roster roster = document == null ? new Roster(new TreeMap<>()) : document;
        return switch (recorded.event()) {
            case CadreEvent.Particulars e -> roster.with(e.cadreId(), Line.of(e));
            case CadreTransferredOut e -> {
                Line line = roster.cadres().get(e.cadreId());
                yield line == null ? document : roster.with(e.cadreId(), line.left());
            }
            default -> document;
        };
    }

    @Override
    public Map<String, Object> fields(String id, Roster document) {
        return Map.of();
    }
}
