package org.cadreledger.board.notice;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cadreledger.board.Board;
import org.cadreledger.board.Boards;
import org.cadreledger.board.computing.BoardContent.CategoryContent;
import org.cadreledger.board.notice.BoardHeader.CategoryHeader;
import org.cadreledger.cadre.Category;
import org.cadreledger.cadre.listing.RegisterProjection;
import org.cadreledger.consequence.flags.BoardStandings;
import org.cadreledger.documents.Generation;
import org.cadreledger.documents.Projection;
import org.cadreledger.documents.ProjectionGroup;
import org.cadreledger.period.book.BoardState;
import org.cadreledger.period.book.PeriodBook;
import org.cadreledger.period.standing.PeriodProjection;
import org.cadreledger.time.Period;
import org.jspecify.annotations.Nullable;

/** The boards that were computed, with the names that the register knows now. */
public final class Notices implements Boards {
    private final ProjectionGroup group;
    private final BoardShelf shelf;
    private final RegisterProjection register;
    private final PeriodProjection periods;

    public Notices(ProjectionGroup group, BoardShelf shelf, RegisterProjection register, PeriodProjection periods) {
        this.group = group;
        this.shelf = shelf;
        this.register = register;
        this.periods = periods;
    }

    @Override
    public Optional<Board> find(String jurisdiction, Period period, Category category, @Nullable Integer revision) {
        Generation generation = group.active();
        BoardState state = book(generation, jurisdiction).board(period);
        Optional<BoardHeader> header = revision == null
                ? latest(generation, jurisdiction, period, state)
                : shelf.header(generation, jurisdiction, period, revision);
        return header.map(found -> board(generation, found, category, state.isFinal()));
    }

    private Optional<BoardHeader> latest(Generation generation, String jurisdiction, Period period, BoardState state) {
        return state.revisions().stream()
                .map(BoardState.Revision::number)
                .sorted(Comparator.reverseOrder())
                .flatMap(number -> shelf.header(generation, jurisdiction, period, number).stream())
                .findFirst();
    }

    @Override
    public Optional<Seal> seal(String jurisdiction, Period period, int revision) {
        return shelf.header(group.active(), jurisdiction, period, revision).map(BoardHeader::toSeal);
    }

    @Override
    public List<Seal> unsealed() {
        Generation generation = group.active();
        List<Seal> unsealed = new ArrayList<>();
        generation.of(periods).each(found -> {
            String jurisdiction = Projection.jurisdictionOf(found.id());
            found.body()
                    .boards()
                    .forEach((period, state) -> state.revisions().stream()
                            .filter(revision -> revision.sealed() == null)
                            .flatMap(revision ->
                                    shelf.header(generation, jurisdiction, period, revision.number()).stream())
                            .map(BoardHeader::toSeal)
                            .forEach(unsealed::add));
        });
        unsealed.sort(Comparator.comparingLong(Seal::publishedPosition));
        return unsealed;
    }

    /** Who stood where on every computed revision of a county's boards, with what is final by now. */
    public List<BoardStandings> standings(String jurisdiction) {
        Generation generation = group.active();
        PeriodBook book = book(generation, jurisdiction);
        return shelf.standings(generation, jurisdiction).stream()
                .map(found -> new BoardStandings(
                        found.jurisdiction(),
                        found.period(),
                        found.revision(),
                        found.guard(),
                        found.publishedAt(),
                        book.board(found.period()).isFinal(),
                        found.standings()))
                .toList();
    }

    private PeriodBook book(Generation generation, String jurisdiction) {
        return generation.of(periods).find(jurisdiction).orElse(PeriodBook.EMPTY);
    }

    private Board board(Generation generation, BoardHeader header, Category category, boolean isFinal) {
        CategoryHeader summary = header.of(category);
        CategoryContent content = shelf.content(generation, header, summary);
        Map<String, String> names = names(generation, header.jurisdiction());
        return new Board(
                header.period(),
                header.jurisdiction(),
                category,
                header.revision(),
                header.publishedAt(),
                header.position(),
                header.seal(),
                isFinal,
                content.rows().size(),
                content.cuts(),
                content.groups(),
                content.rows().stream()
                        .map(row -> new Board.Row(
                                row.rank(),
                                row.cadreId(),
                                names.get(row.cadreId()),
                                row.unit(),
                                row.group(),
                                row.total(),
                                row.list()))
                        .toList(),
                content.notRanked().stream()
                        .map(row ->
                                new Board.NotRanked(row.cadreId(), names.get(row.cadreId()), row.unit(), row.reason()))
                        .toList(),
                content.tiedAtCut());
    }

    private Map<String, String> names(Generation generation, String jurisdiction) {
        Map<String, String> names = new HashMap<>();
        generation
                .of(register)
                .texts(jurisdiction, "", RegisterProjection.NAME)
                .forEach((id, name) -> names.put(id.substring(jurisdiction.length() + 1), name));
        return names;
    }
}
