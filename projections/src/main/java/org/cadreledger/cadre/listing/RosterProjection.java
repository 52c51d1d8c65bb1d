package org.cadreledger.cadre.listing;

import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.cadreledger.cadre.CadreEvent;
import org.cadreledger.cadre.CadreEvent.AbsenceRecorded;
import org.cadreledger.cadre.CadreEvent.CadreTransferredOut;
import org.cadreledger.cadre.CadreEvent.GradeRecorded;
import org.cadreledger.cadre.Category;
import org.cadreledger.documents.Gathering;
import org.cadreledger.documents.Parts;
import org.cadreledger.documents.Projection;
import org.cadreledger.log.Recorded;
import org.jspecify.annotations.Nullable;

/**
 * A county's cadres as they are now, many to a document: a whole county is read at once, to be searched and to give names.
 * Ids are {@code <jurisdiction>/<part>}.
 */
public final class RosterProjection implements Gathering<RosterProjection.Roster> {
    /** A county of 3,000 has some 200 in each, 30 kB. */
    private static final List<String> PARTS =
            IntStream.range(0, Parts.COUNT).mapToObj("%02d"::formatted).toList();

    /** @param cadres by id; those who left included, for the boards that have them */
    public record Roster(SortedMap<String, Line> cadres) {
        public Roster {
            cadres = Collections.unmodifiableSortedMap(new TreeMap<>(cadres));
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

    /** 2: parts by another hash. */
    @Override
    public int version() {
        return 2;
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
        return PARTS.get(Parts.ofCadre(cadreId));
    }

    @Override
    public @Nullable Roster fold(String id, @Nullable Roster document, Recorded<?> recorded) {
        return fold(id, document, List.of(recorded)).document();
    }

    private static @Nullable Line line(@Nullable Line before, CadreEvent event) {
        return switch (event) {
            case CadreEvent.Particulars e -> Line.of(e);
            case CadreTransferredOut _ -> before == null ? null : before.left();
            default -> before;
        };
    }

    @Override
    public Gathered<Roster> fold(String id, @Nullable Roster document, List<Recorded<?>> events) {
        // what changes, beside the document: most often there is little of it
        Map<String, Line> lines = new HashMap<>();
        long changedBy = -1;
        for (Recorded<?> recorded : events) {
            if (recorded.event() instanceof CadreEvent event) {
                Line before = lines.get(event.cadreId());
                if (before == null && document != null) {
                    before = document.cadres().get(event.cadreId());
                }
                Line after = line(before, event);
                if (after != null && !after.equals(before)) {
                    lines.put(event.cadreId(), after);
                    changedBy = recorded.guard();
                }
            }
        }
        if (changedBy < 0) {
            return new Gathered<>(document, changedBy);
        }
        SortedMap<String, Line> next = document == null ? new TreeMap<>() : new TreeMap<>(document.cadres());
        next.putAll(lines);
        return new Gathered<>(new Roster(next), changedBy);
    }

    @Override
    public Map<String, Object> fields(String id, Roster document) {
        return Map.of();
    }
}
