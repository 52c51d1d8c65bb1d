package org.cadreledger.board.notice;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.cadreledger.board.Board;
import org.cadreledger.board.BoardList;
import org.cadreledger.board.Boards.Change;
import org.cadreledger.board.Boards.Figures;
import org.cadreledger.board.Boards.Filter;
import org.cadreledger.board.Boards.Part;
import org.cadreledger.board.Boards.Place;
import org.cadreledger.board.Boards.Standing;
import org.cadreledger.board.Boards.UnitFigures;
import org.cadreledger.board.computing.BoardContent.CategoryContent;
import org.cadreledger.board.computing.BoardContent.NotRankedRow;
import org.cadreledger.board.computing.BoardContent.Row;
import org.cadreledger.board.notice.BoardRows.Rows;
import org.cadreledger.cadre.listing.SearchText;
import org.cadreledger.points.Points;
import org.jspecify.annotations.Nullable;

/** What readers ask of a board's rows: parts, lines, figures and differences. Pure. */
final class BoardReading {
    /** The names that the register has now. */
    @FunctionalInterface
    interface Names {
        /** Null for a stranger, and after an erasure. */
        @Nullable
        String name(String cadreId);
    }

    private BoardReading() {}

    static Board.Row named(Row row, Names names) {
        return new Board.Row(
                row.rank(), row.cadreId(), names.name(row.cadreId()), row.unit(), row.group(), row.total(), row.list());
    }

    static Board.NotRanked named(NotRankedRow row, Names names) {
        return new Board.NotRanked(row.cadreId(), names.name(row.cadreId()), row.unit(), row.reason());
    }

    /** @param rows, notRanked those of the category that are wanted; the rest is of the whole */
    private static Board board(
            Look look, CategoryContent content, List<Board.Row> rows, List<Board.NotRanked> notRanked) {
        BoardHeader header = look.header();
        return new Board(
                header.period(),
                header.jurisdiction(),
                content.category(),
                header.revision(),
                header.publishedAt(),
                header.position(),
                header.seal(),
                look.isFinal(),
                content.rows().size(),
                content.cuts(),
                content.groups(),
                rows,
                notRanked,
                content.tiedAtCut());
    }

    /**
     * @param everyone asked when a text is looked for: any name may have it
     * @param some otherwise: the names of these cadres
     */
    static Part part(
            Look look,
            CategoryContent content,
            Filter filter,
            int from,
            int limit,
            Supplier<Names> everyone,
            Function<Collection<String>, Names> some) {
        String text = SearchText.folded(filter.text());
        Names sought = text.isEmpty() ? cadreId -> null : everyone.get();
        // the first page of a whole board is what thousands read: it looks at its own rows alone
        List<Row> matching = text.isEmpty() && isAllRows(filter)
                ? content.rows()
                : content.rows().stream()
                        .filter(row -> isOfUnit(filter, row.unit())
                                && (filter.group() == null || filter.group().equals(BoardRows.named(row.group())))
                                && (filter.list() == null || filter.list() == row.list())
                                && SearchText.matches(text, row.cadreId(), sought.name(row.cadreId()), row.unit()))
                        .toList();
        List<NotRankedRow> apart = content.notRanked().stream()
                .filter(row -> filter.list() == null
                        && isOfUnit(filter, row.unit())
                        && SearchText.matches(text, row.cadreId(), sought.name(row.cadreId()), row.unit()))
                .toList();
        List<Row> rows =
                matching.subList(Math.min(from, matching.size()), (int) Math.min((long) from + limit, matching.size()));
        Names names = text.isEmpty()
                ? some.apply(Stream.concat(
                                rows.stream().map(Row::cadreId), apart.stream().map(NotRankedRow::cadreId))
                        .toList())
                : sought;
        return new Part(
                board(
                        look,
                        content,
                        rows.stream().map(row -> named(row, names)).toList(),
                        apart.stream().map(row -> named(row, names)).toList()),
                from,
                matching.size());
    }

    private static boolean isAllRows(Filter filter) {
        return filter.unit() == null && filter.group() == null && filter.list() == null;
    }

    private static boolean isOfUnit(Filter filter, String unit) {
        return filter.unit() == null || filter.unit().equals(unit);
    }

    static Optional<Place> place(String cadreId, Look look, Rows found, Names names) {
        Row row = found.byCadre().get(cadreId);
        NotRankedRow apart = found.notRanked().get(cadreId);
        if (row == null && apart == null) {
            return Optional.empty();
        }
        return Optional.of(new Place(
                board(look, found.content(), List.of(), List.of()),
                namedOrNull(row, names),
                apart == null ? null : named(apart, names)));
    }

    static Optional<Standing> standing(String cadreId, Look look, Rows found) {
        Row row = found.byCadre().get(cadreId);
        NotRankedRow apart = found.notRanked().get(cadreId);
        if (row != null) {
            return Optional.of(standing(look, found, row));
        }
        return apart == null ? Optional.empty() : Optional.of(standing(look, found.content(), apart));
    }

    private static Standing standing(Look look, Rows found, Row row) {
        BoardHeader header = look.header();
        BoardRows.Cuts cuts = found.cuts(row.group());
        return new Standing(
                header.jurisdiction(),
                header.period(),
                header.revision(),
                header.publishedAt(),
                look.isFinal(),
                found.content().category(),
                row.group(),
                found.ranked(row.group()),
                row.rank(),
                row.total(),
                row.list(),
                cuts.top(),
                cuts.bottom(),
                null);
    }

    /** Who is not ranked is in no group. */
    private static Standing standing(Look look, CategoryContent content, NotRankedRow apart) {
        BoardHeader header = look.header();
        return new Standing(
                header.jurisdiction(),
                header.period(),
                header.revision(),
                header.publishedAt(),
                look.isFinal(),
                content.category(),
                null,
                content.rows().size(),
                null,
                null,
                null,
                null,
                null,
                apart.reason());
    }

    static Figures figures(CategoryContent content) {
        Map<String, List<Row>> units = new LinkedHashMap<>();
        content.rows()
                .forEach(row -> units.computeIfAbsent(row.unit(), u -> new ArrayList<>())
                        .add(row));
        List<UnitFigures> figures = new ArrayList<>();
        units.forEach((unit, rows) -> figures.add(new UnitFigures(
                unit, rows.size(), average(rows), on(rows, BoardList.TOP), on(rows, BoardList.BOTTOM))));
        figures.sort(Comparator.comparing(UnitFigures::average).reversed().thenComparing(UnitFigures::unit));
        List<Points> totals = content.rows().stream()
                .map(Row::total)
                .sorted(Comparator.reverseOrder())
                .toList();
        List<String> groups = content.groups().stream()
                .map(group -> BoardRows.named(group.group()))
                .toList();
        return new Figures(totals, List.copyOf(figures), groups);
    }

    /** Half up, away from zero below it: halves of a hundredth do not matter to anybody. */
    private static Points average(List<Row> rows) {
        long sum = rows.stream().mapToLong(row -> row.total().hundredths()).sum();
        return new Points(Math.round((double) sum / rows.size()));
    }

    private static int on(List<Row> rows, BoardList list) {
        return (int) rows.stream().filter(row -> row.list() == list).count();
    }

    static List<Change> changes(Rows before, Rows after, Names names) {
        List<Change> changes = new ArrayList<>();
        after.content().rows().forEach(row -> differing(row.cadreId(), before, after, names, changes));
        after.content().notRanked().forEach(row -> differing(row.cadreId(), before, after, names, changes));
        before.content().rows().stream()
                .map(Row::cadreId)
                .filter(cadreId -> !isOn(after, cadreId))
                .forEach(cadreId -> differing(cadreId, before, after, names, changes));
        before.content().notRanked().stream()
                .map(NotRankedRow::cadreId)
                .filter(cadreId -> !isOn(after, cadreId))
                .forEach(cadreId -> differing(cadreId, before, after, names, changes));
        return changes;
    }

    private static boolean isOn(Rows rows, String cadreId) {
        return rows.byCadre().containsKey(cadreId) || rows.notRanked().containsKey(cadreId);
    }

    private static void differing(String cadreId, Rows before, Rows after, Names names, List<Change> changes) {
        Row rowBefore = before.byCadre().get(cadreId);
        Row rowAfter = after.byCadre().get(cadreId);
        NotRankedRow apartBefore = before.notRanked().get(cadreId);
        NotRankedRow apartAfter = after.notRanked().get(cadreId);
        if (Objects.equals(rowBefore, rowAfter) && Objects.equals(apartBefore, apartAfter)) {
            return;
        }
        changes.add(new Change(
                cadreId,
                names.name(cadreId),
                namedOrNull(rowBefore, names),
                namedOrNull(rowAfter, names),
                apartBefore == null ? null : apartBefore.reason(),
                apartAfter == null ? null : apartAfter.reason()));
    }

    private static Board.@Nullable Row namedOrNull(@Nullable Row row, Names names) {
        return row == null ? null : named(row, names);
    }
}
