package org.cadreledger.board.notice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.cadreledger.board.Boards;
import org.cadreledger.board.notice.BoardReading.Names;
import org.cadreledger.board.notice.BoardRows.Rows;
import org.cadreledger.cadre.Category;
import org.cadreledger.cadre.listing.RegisterProjection;
import org.cadreledger.cadre.listing.Rosters;
import org.cadreledger.consequence.flags.BoardStandings;
import org.cadreledger.documents.Generation;
import org.cadreledger.documents.Kept;
import org.cadreledger.documents.Projection;
import org.cadreledger.documents.ProjectionGroup;
import org.cadreledger.log.Recorded;
import org.cadreledger.period.PeriodEvent.BoardPublished;
import org.cadreledger.period.book.BoardState;
import org.cadreledger.period.book.PeriodBook;
import org.cadreledger.period.standing.PeriodProjection;
import org.cadreledger.time.Period;
import org.jspecify.annotations.Nullable;

/** The boards that were computed, with the names that the register knows now. */
public final class Notices implements Boards {
    /** A year after its quarters. */
    private static final Comparator<Period> BY_LAST_DAY = Comparator.comparing(Period::lastDay)
            .thenComparingInt(period -> period.months().size());

    /** Headers kept in memory: some hundred bytes each. */
    private static final int MOST_HEADERS = 2_000;

    private final ProjectionGroup group;
    private final BoardShelf shelf;
    private final RegisterProjection register;
    private final PeriodProjection periods;
    private final BoardRows rows;
    private final Kept<Key, BoardHeader> headers = new Kept<>(MOST_HEADERS, header -> 1);
    private final Rosters rosters;
    private final Function<String, Set<String>> countiesOf;

    private record Key(int generation, String jurisdiction, Period period, int revision) {}

    /** @param countiesOf every county that ever had a cadre */
    public Notices(
            ProjectionGroup group,
            BoardShelf shelf,
            RegisterProjection register,
            PeriodProjection periods,
            Rosters rosters,
            Function<String, Set<String>> countiesOf) {
        this.group = group;
        this.shelf = shelf;
        this.register = register;
        this.periods = periods;
        this.rows = new BoardRows(shelf);
        this.rosters = rosters;
        this.countiesOf = countiesOf;
    }

    private Optional<Look> look(String jurisdiction, Period period, @Nullable Integer revision) {
        Generation generation = group.active();
        BoardState state = book(generation, jurisdiction).board(period);
        Optional<BoardHeader> header = revision == null
                ? latest(generation, jurisdiction, period, state)
                : header(generation, jurisdiction, period, revision);
        return header.map(found -> new Look(generation, found, state.isFinal()));
    }

    private Optional<BoardHeader> latest(Generation generation, String jurisdiction, Period period, BoardState state) {
        return state.revisions().stream()
                .map(BoardState.Revision::number)
                .sorted(Comparator.reverseOrder())
                .flatMap(number -> header(generation, jurisdiction, period, number).stream())
                .findFirst();
    }

    /** A header is stored last and never changes, so it is read once; that there is none may change any time. */
    private Optional<BoardHeader> header(Generation generation, String jurisdiction, Period period, int revision) {
        Key key = new Key(generation.number(), jurisdiction, period, revision);
        BoardHeader known = headers.get(key);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<BoardHeader> found = shelf.header(generation, jurisdiction, period, revision);
        found.ifPresent(header -> headers.put(key, header));
        return found;
    }

    @Override
    public Optional<Seal> seal(String jurisdiction, Period period, int revision) {
        return header(group.active(), jurisdiction, period, revision).map(BoardHeader::toSeal);
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
                            .flatMap(revision -> header(generation, jurisdiction, period, revision.number()).stream())
                            .map(BoardHeader::toSeal)
                            .forEach(unsealed::add));
        });
        unsealed.sort(Comparator.comparingLong(Seal::publishedPosition));
        return unsealed;
    }

    @Override
    public List<Published> periods(String jurisdiction) {
        Generation generation = group.active();
        List<Published> published = new ArrayList<>();
        book(generation, jurisdiction)
                .boards()
                .forEach((period, state) -> latest(generation, jurisdiction, period, state)
                        .ifPresent(header -> published.add(
                                new Published(period, header.revision(), header.publishedAt(), state.isFinal()))));
        published.sort(Comparator.comparing(Published::period, BY_LAST_DAY).reversed());
        return published;
    }

    @Override
    public List<Revision> revisions(String jurisdiction, Period period) {
        Generation generation = group.active();
        return book(generation, jurisdiction).board(period).revisions().stream()
                .map(revision -> revision(
                        revision.published(),
                        header(generation, jurisdiction, period, revision.number())
                                .orElse(null)))
                .toList();
    }

    private static Revision revision(Recorded<BoardPublished> published, @Nullable BoardHeader header) {
        BoardPublished event = published.event();
        return new Revision(
                event.period(),
                event.revision(),
                published.at(),
                published.by(),
                published.position(),
                header == null ? null : header.seal(),
                header == null ? null : header.changedRows(),
                event.objectionsUntil(),
                event.document(),
                event.settings(),
                event.designations());
    }

    @Override
    public Optional<Part> page(
            String jurisdiction,
            Period period,
            Category category,
            @Nullable Integer revision,
            Filter filter,
            int from,
            int limit) {
        return look(jurisdiction, period, revision)
                .map(look -> BoardReading.part(
                        look,
                        rowsOf(look, category).content(),
                        filter,
                        from,
                        limit,
                        () -> rosters.of(jurisdiction)::name,
                        cadreIds -> names(look.generation(), jurisdiction, cadreIds)));
    }

    /** Of some cadres: a large county's whole roll is dear to ask for. */
    private Names names(Generation generation, String jurisdiction, Collection<String> cadreIds) {
        Map<String, String> names = generation
                .of(register)
                .texts(
                        cadreIds.stream()
                                .map(cadreId -> Projection.id(jurisdiction, cadreId))
                                .toList(),
                        RegisterProjection.NAME);
        return cadreId -> names.get(Projection.id(jurisdiction, cadreId));
    }

    private Rows rowsOf(Look look, Category category) {
        return rows.of(look.generation(), look.header(), category);
    }

    @Override
    public Optional<Place> rowOf(String cadreId, String jurisdiction, Period period, @Nullable Integer revision) {
        return look(jurisdiction, period, revision)
                .flatMap(look -> Arrays.stream(Category.values())
                        .flatMap(category -> BoardReading.place(
                                cadreId,
                                look,
                                rowsOf(look, category),
                                id -> names(look.generation(), jurisdiction, List.of(id))
                                        .name(id))
                                .stream())
                        .findFirst());
    }

    @Override
    public List<Standing> standings(String cadreId) {
        List<Standing> standings = new ArrayList<>();
        Generation generation = group.active();
        for (String county : countiesOf.apply(cadreId)) {
            book(generation, county)
                    .boards()
                    .forEach((period, state) -> latest(generation, county, period, state)
                            .map(header -> new Look(generation, header, state.isFinal()))
                            .ifPresent(look -> Arrays.stream(Category.values())
                                    .flatMap(category ->
                                            BoardReading.standing(cadreId, look, rowsOf(look, category)).stream())
                                    .forEach(standings::add)));
        }
        standings.sort(Comparator.comparing(Standing::period, BY_LAST_DAY)
                .thenComparing(Standing::publishedAt)
                .thenComparing(Standing::jurisdiction));
        return standings;
    }

    @Override
    public Optional<Figures> figures(
            String jurisdiction, Period period, Category category, @Nullable Integer revision) {
        return look(jurisdiction, period, revision)
                .map(look -> rowsOf(look, category).figures());
    }

    @Override
    public List<Change> changes(String jurisdiction, Period period, Category category, int earlier, int later) {
        Optional<Look> before = look(jurisdiction, period, earlier);
        Optional<Look> after = look(jurisdiction, period, later);
        return before.isEmpty() || after.isEmpty()
                ? List.of()
                : BoardReading.changes(
                        rowsOf(before.get(), category), rowsOf(after.get(), category), rosters.of(jurisdiction)::name);
    }

    /** Who stood where on every computed revision of a county's boards, with what is final by now. */
    public List<BoardStandings> everyStanding(String jurisdiction) {
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
}
