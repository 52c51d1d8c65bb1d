package org.cadreledger.board.computing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.cadreledger.board.Board;
import org.cadreledger.board.Board.Cuts;
import org.cadreledger.board.Board.GroupSummary;
import org.cadreledger.board.Board.WhyNotRanked;
import org.cadreledger.board.BoardList;
import org.cadreledger.cadre.Category;
import org.cadreledger.points.Points;
import org.cadreledger.time.Period;
import org.jspecify.annotations.Nullable;

/**
 * A computed board of a county: all that its seal covers, and no name. Immutable.
 *
 * @param position of the publication in the log
 * @param categories one for each {@link Category}, in the order of the enum, also when empty
 */
public record BoardContent(
        String jurisdiction, Period period, int revision, long position, List<CategoryContent> categories) {

    /**
     * @param groups in the order of their names, the default group first
     * @param rows in the order of the groups, then of rank, then of cadre id
     * @param notRanked in the order of cadre ids
     */
    public record CategoryContent(
            Category category, List<GroupSummary> groups, List<Row> rows, List<NotRankedRow> notRanked) {
        public CategoryContent {
            groups = List.copyOf(groups);
            rows = List.copyOf(rows);
            notRanked = List.copyOf(notRanked);
        }

        /** The quotas of all groups together. */
        public Cuts cuts() {
            return groups.stream().map(GroupSummary::cuts).reduce(new Cuts(0, 0), CategoryContent::plus);
        }

        public Cuts tiedAtCut() {
            return groups.stream().map(GroupSummary::tiedAtCut).reduce(new Cuts(0, 0), CategoryContent::plus);
        }

        private static Cuts plus(Cuts one, Cuts other) {
            return new Cuts(one.top() + other.top(), one.bottom() + other.bottom());
        }
    }

    /** A line of {@link Board} without the name. */
    public record Row(
            int rank,
            String cadreId,
            String unit,
            @Nullable String group,
            Points total,
            @Nullable BoardList list) {}

    public record NotRankedRow(String cadreId, String unit, WhyNotRanked reason) {}

    public BoardContent {
        categories = List.copyOf(categories);
    }

    /** @throws java.util.NoSuchElementException never for a computed board */
    public CategoryContent category(Category category) {
        return categories.stream()
                .filter(content -> content.category() == category)
                .findFirst()
                .orElseThrow();
    }

    /** What the seal is the hash of (ops/decisions/0004-board-seal.md). */
    public byte[] canonicalBytes() {
        return CanonicalForm.bytes(this);
    }

    /** Hex SHA-256 of the canonical form (ops/decisions/0004-board-seal.md). */
    public String seal() {
        return CanonicalForm.seal(this);
    }

    /**
     * How many cadres have another line than in the revision before, ranked or not, or a line in only one of the two.
     *
     * @param previous null for the first revision: then all lines
     */
    public int changedRows(@Nullable BoardContent previous) {
        if (previous == null) {
            // a cadre has one line
            return categories.stream()
                    .mapToInt(content ->
                            content.rows().size() + content.notRanked().size())
                    .sum();
        }
        Map<String, Object> lines = linesByCadre();
        Map<String, Object> before = previous.linesByCadre();
        long changedOrNew = lines.entrySet().stream()
                .filter(line -> !Objects.equals(line.getValue(), before.get(line.getKey())))
                .count();
        long gone =
                before.keySet().stream().filter(id -> !lines.containsKey(id)).count();
        return (int) (changedOrNew + gone);
    }

    private record Line(Category category, Object row) {}

    private Map<String, Object> linesByCadre() {
        Map<String, Object> lines = new HashMap<>();
        for (CategoryContent content : categories) {
            content.rows().forEach(row -> lines.put(row.cadreId(), new Line(content.category(), row)));
            content.notRanked().forEach(row -> lines.put(row.cadreId(), new Line(content.category(), row)));
        }
        return lines;
    }
}
