package org.cadreledger.board.notice;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cadreledger.board.computing.BoardContent;
import org.cadreledger.board.computing.BoardContent.CategoryContent;
import org.cadreledger.board.computing.BoardContent.NotRankedRow;
import org.cadreledger.board.computing.BoardContent.Row;
import org.cadreledger.board.notice.BoardHeader.CategoryHeader;
import org.cadreledger.consequence.flags.BoardStandings;
import org.cadreledger.documents.Derived;
import org.cadreledger.documents.Generation;
import org.cadreledger.documents.Projection;
import org.cadreledger.log.Recorded;
import org.cadreledger.period.PeriodEvent.BoardPublished;
import org.cadreledger.time.Period;

/** Computed boards as documents, every revision; ids {@code <jurisdiction>/<period>/<revision>}. */
public final class BoardShelf {
    private final Derived<BoardHeader> headers = new Derived<>("boards", BoardHeader.class);
    private final Derived<BoardPage> pages = new Derived<>("boardrows", BoardPage.class);
    private final Derived<BoardStandings> standings = new Derived<>("standings", BoardStandings.class);

    public List<Projection<?>> projections() {
        return List.of(headers, pages, standings);
    }

    static String id(String jurisdiction, Period period, int revision) {
        return Projection.id(jurisdiction, period, revision);
    }

    private static String pageId(String boardId, CategoryHeader category, int page) {
        return "%s/%s/%05d".formatted(boardId, category.category(), page);
    }

    Optional<BoardHeader> header(Generation generation, String jurisdiction, Period period, int revision) {
        return generation.of(headers).find(id(jurisdiction, period, revision));
    }

    List<BoardStandings> standings(Generation generation, String jurisdiction) {
        List<BoardStandings> all = new ArrayList<>();
        generation.of(standings).each(jurisdiction, "", found -> all.add(found.body()));
        return all;
    }

    void store(Generation generation, Recorded<BoardPublished> published, BoardContent content, int changedRows) {
        String id = id(content.jurisdiction(), content.period(), content.revision());
        List<CategoryHeader> categories = new ArrayList<>();
        for (CategoryContent category : content.categories()) {
            List<BoardPage> split = split(category);
            CategoryHeader header = new CategoryHeader(category.category(), category.groups(), split.size());
            for (int page = 0; page < split.size(); page++) {
                generation.of(pages).put(pageId(id, header, page), split.get(page), published.guard());
            }
            categories.add(header);
        }
        generation.of(standings).put(id, BoardStandings.of(content, published, false), published.guard());
        BoardHeader header = new BoardHeader(
                content.jurisdiction(),
                content.period(),
                content.revision(),
                published.at(),
                published.position(),
                content.seal(),
                changedRows,
                categories);
        generation.of(headers).put(id, header, published.guard());
    }

    private static List<BoardPage> split(CategoryContent category) {
        List<BoardPage> split = new ArrayList<>();
        for (List<Row> rows : parts(category.rows())) {
            split.add(new BoardPage(rows, List.of()));
        }
        for (List<NotRankedRow> rows : parts(category.notRanked())) {
            split.add(new BoardPage(List.of(), rows));
        }
        return split;
    }

    private static <T> List<List<T>> parts(List<T> all) {
        List<List<T>> parts = new ArrayList<>();
        for (int from = 0; from < all.size(); from += BoardPage.ROWS) {
            parts.add(List.copyOf(all.subList(from, Math.min(all.size(), from + BoardPage.ROWS))));
        }
        return parts;
    }

    /** The rows of one category as they were computed. */
    CategoryContent content(Generation generation, BoardHeader header, CategoryHeader category) {
        String id = id(header.jurisdiction(), header.period(), header.revision());
        List<Row> rows = new ArrayList<>();
        List<NotRankedRow> notRanked = new ArrayList<>();
        for (int page = 0; page < category.pages(); page++) {
            BoardPage read = generation
                    .of(pages)
                    .find(pageId(id, category, page))
                    .orElseThrow(() -> new IllegalStateException("a board lacks a page: " + id));
            rows.addAll(read.rows());
            notRanked.addAll(read.notRanked());
        }
        return new CategoryContent(category.category(), category.groups(), rows, notRanked);
    }

    BoardContent content(Generation generation, BoardHeader header) {
        return new BoardContent(
                header.jurisdiction(),
                header.period(),
                header.revision(),
                header.position(),
                header.categories().stream()
                        .map(category -> content(generation, header, category))
                        .toList());
    }
}
