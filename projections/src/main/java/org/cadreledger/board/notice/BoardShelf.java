package org.cadreledger.board.notice;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.cadreledger.board.computing.BoardContent;
import org.cadreledger.board.computing.BoardContent.CategoryContent;
import org.cadreledger.board.computing.BoardContent.NotRankedRow;
import org.cadreledger.board.computing.BoardContent.Row;
import org.cadreledger.board.notice.BoardHeader.CategoryHeader;
import org.cadreledger.consequence.flags.BoardStandings;
import org.cadreledger.documents.Derived;
import org.cadreledger.documents.Found;
import org.cadreledger.documents.Generation;
import org.cadreledger.documents.Projection;
import org.cadreledger.log.Recorded;
import org.cadreledger.period.PeriodEvent.BoardPublished;
import org.cadreledger.time.Period;

/** Computed boards as documents, every revision; ids {@code <jurisdiction>/<period>/<revision>}. */
public final class BoardShelf {
    /** Of cadres in one document: 500 kB; servers take 16 MB at most. */
    private static final int STANDINGS = 20_000;

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
        Map<String, BoardStandings> all = new LinkedHashMap<>();
        generation.of(standings).each(jurisdiction, "", found -> {
            BoardStandings part = found.body();
            all.merge(id(jurisdiction, part.period(), part.revision()), part, BoardStandings::and);
        });
        return List.copyOf(all.values());
    }

    void store(Generation generation, Recorded<BoardPublished> published, BoardContent content, int changedRows) {
        String id = id(content.jurisdiction(), content.period(), content.revision());
        CompletableFuture<String> seal = CompletableFuture.supplyAsync(content::seal);
        List<CategoryHeader> categories = new ArrayList<>();
        for (CategoryContent category : content.categories()) {
            List<BoardPage> split = split(category);
            CategoryHeader header = new CategoryHeader(category.category(), category.groups(), split.size());
            List<String> ids = IntStream.range(0, split.size())
                    .mapToObj(page -> pageId(id, header, page))
                    .toList();
            generation.of(pages).putAll(ids, split::get, published.guard());
            categories.add(header);
        }
        storeStandings(generation, id, BoardStandings.of(content, published, false), published.guard());
        BoardHeader header = new BoardHeader(
                content.jurisdiction(),
                content.period(),
                content.revision(),
                published.at(),
                published.position(),
                seal.join(),
                changedRows,
                categories);
        generation.of(headers).put(id, header, published.guard());
    }

    /** The first has the board's id, as one that holds all has. */
    private void storeStandings(Generation generation, String id, BoardStandings whole, long position) {
        List<BoardStandings> parts = whole.inParts(STANDINGS);
        List<String> ids = IntStream.range(0, parts.size())
                .mapToObj(part -> part == 0 ? id : "%s/%05d".formatted(id, part))
                .toList();
        generation.of(standings).putAll(ids, parts::get, position);
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
        String prefix = "%s/%d/%s/".formatted(header.period(), header.revision(), category.category());
        List<Row> rows = new ArrayList<>();
        List<NotRankedRow> notRanked = new ArrayList<>();
        int[] read = {0};
        generation.of(pages).each(header.jurisdiction(), prefix, Found::body, page -> {
            rows.addAll(page.rows());
            notRanked.addAll(page.notRanked());
            read[0]++;
        });
        if (read[0] != category.pages()) {
            throw new IllegalStateException(
                    "a board lacks a page: " + id(header.jurisdiction(), header.period(), header.revision()));
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
