package org.cadreledger.ledger.statement;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.cadreledger.cadre.CadreEvent.CadreTransferredIn;
import org.cadreledger.cadre.register.CadreFile;
import org.cadreledger.cadre.register.CadreFile.Particulars;
import org.cadreledger.catalogue.Catalogue;
import org.cadreledger.catalogue.book.CatalogueBook;
import org.cadreledger.facts.FreshFolds;
import org.cadreledger.jurisdiction.settings.County;
import org.cadreledger.ledger.ItemStory;
import org.cadreledger.ledger.LedgerEvent;
import org.cadreledger.ledger.LedgerEvent.MonthDeclared;
import org.cadreledger.ledger.LedgerStatement;
import org.cadreledger.ledger.Ledgers;
import org.cadreledger.ledger.scoring.CountingEntry;
import org.cadreledger.ledger.scoring.PeriodScoring;
import org.cadreledger.ledger.tally.Tally;
import org.cadreledger.log.Recorded;
import org.cadreledger.period.book.BoardState;
import org.cadreledger.period.book.PeriodBook;
import org.cadreledger.read.Page;
import org.cadreledger.read.PageRequest;
import org.cadreledger.refusal.Reason;
import org.cadreledger.refusal.Refusal;
import org.cadreledger.store.CommitLog;
import org.cadreledger.store.EventTypes;
import org.cadreledger.time.Month;
import org.cadreledger.time.Period;
import org.cadreledger.time.Year;
import org.jspecify.annotations.Nullable;

/** Reads a cadre's streams and those of the counties, merged by position; always as fresh as the log. */
public final class FoldedLedgers implements Ledgers {
    /** A stream's entries may count in the year before it and up to two years after (a changed month, a carry-over). */
    private static final int YEARS_BACK = 2;

    private static final int YEARS_AHEAD = 1;

    private final CommitLog log;
    private final EventTypes types;
    private final FreshFolds folds;
    private final CadreStreams streams;
    private final PeriodScoring.Modes modes;

    /** @param modes of periods that have no board yet; a board's own settings hold for its period */
    public FoldedLedgers(CommitLog log, FreshFolds folds, EventTypes types, PeriodScoring.Modes modes) {
        this.log = log;
        this.types = types;
        this.folds = folds;
        this.streams = new CadreStreams(log, folds);
        this.modes = modes;
    }

    @Override
    public LedgerStatement statement(String cadreId, Period period, @Nullable Long asAt) {
        List<Recorded<Object>> register = register(cadreId);
        long guard = asAt == null ? Long.MAX_VALUE : Recorded.guardAfter(asAt);
        String jurisdiction = jurisdiction(CadreStreams.file(register), period, guard);
        int year = period.year();
        List<Recorded<Object>> ledger =
                streams.ledger(cadreId, IntStream.rangeClosed(year - YEARS_BACK, year + YEARS_AHEAD));
        List<Recorded<Object>> events = CadreStreams.ofCounty(jurisdiction, register, ledger);
        PeriodBook book = folds.periods(jurisdiction, year - YEARS_BACK, year + YEARS_AHEAD);
        List<Tally> tallies =
                List.of(tally(jurisdiction, cadreId, year - 1, events), tally(jurisdiction, cadreId, year, events));
        List<CountingEntry> entries = Tally.entriesIn(new Year(year), tallies, book, guard);
        return scoring(jurisdiction, book.board(period), guard)
                .score(period, entries)
                .statement(cadreId, period);
    }

    private List<Recorded<Object>> register(String cadreId) {
        List<Recorded<Object>> register = streams.register(cadreId);
        if (register.isEmpty()) {
            throw Refusal.of(Reason.UNKNOWN_CADRE, cadreId);
        }
        return register;
    }

    /** domain.md "Ranking": the county of the period's last day; before the cadre was anywhere, the first. */
    private static String jurisdiction(CadreFile file, Period period, long guard) {
        String held = file.on(period.lastDay(), guard)
                .map(Particulars::jurisdiction)
                .orElse(file.particulars().getFirst().jurisdiction());
        if (held == null) {
            throw new IllegalStateException("a cadre without a county");
        }
        return held;
    }

    private static Tally tally(String jurisdiction, String cadreId, int year, List<Recorded<Object>> events) {
        Tally tally = Tally.empty(jurisdiction, cadreId, year);
        for (Recorded<Object> recorded : events) {
            tally = switch (recorded.event()) {
                case LedgerEvent event -> tally.evolve(recorded.with(event));
                case CadreTransferredIn event -> tally.join(recorded.with(event));
                default -> tally;
            };
        }
        return tally;
    }

    private PeriodScoring scoring(String jurisdiction, BoardState board, long guard) {
        County county = folds.county(jurisdiction);
        Month booksFrom = county.exists() ? county.settings().firstMonth() : null;
        PeriodScoring.Modes held = board.revisions().stream()
                .map(BoardState.Revision::published)
                .filter(published -> published.guard() < guard)
                .reduce((earlier, later) -> later)
                .map(published -> PeriodScoring.Modes.of(published.event().settings()))
                .orElse(modes);
        CatalogueBook catalogues = folds.catalogues();
        return new PeriodScoring(held, booksFrom, month -> inForce(catalogues, month, jurisdiction, guard));
    }

    private static Catalogue inForce(CatalogueBook book, Month month, String jurisdiction, long guard) {
        return book.inForce(month, jurisdiction, guard)
                .or(() -> book.inForce(month, jurisdiction))
                .orElseThrow(() -> Refusal.of(Reason.UNKNOWN_CATALOGUE, month));
    }

    @Override
    public long positionAt(Instant time) {
        return log.lastAtOrBefore(time);
    }

    @Override
    public Page<HistoryItem> history(String cadreId, PageRequest page) {
        long after = page.after() == null ? -1 : cursor(page.after());
        List<Recorded<Object>> rest = new ArrayList<>();
        for (Recorded<Object> recorded : streams.history(cadreId, register(cadreId))) {
            if (recorded.guard() > after && rest.size() <= page.limit()) {
                rest.add(recorded);
            }
        }
        boolean more = rest.size() > page.limit();
        List<Recorded<Object>> part = more ? rest.subList(0, page.limit()) : rest;
        return new Page<>(
                part.stream().map(this::item).toList(),
                more ? Long.toString(part.getLast().guard()) : null);
    }

    @Override
    public List<ItemStory> stories(String cadreId) {
        int lastYear = streams.lastYear();
        return StoryTeller.tell(streams.books(cadreId, register(cadreId)), (at, entry) -> {
            String jurisdiction = at.jurisdiction();
            return jurisdiction == null
                    ? entry.countsIn()
                    : folds.periods(jurisdiction, entry.declaredFor().year(), lastYear)
                            .countingMonth(entry, at.guard());
        });
    }

    @Override
    public List<Declaration> declarations(String cadreId) {
        NavigableMap<Month, Declaration> latest = new TreeMap<>();
        for (Recorded<LedgerEvent> at : streams.books(cadreId, register(cadreId))) {
            if (at.event() instanceof MonthDeclared e) {
                latest.put(e.month(), new Declaration(e.month(), at.at(), at.by(), at.position(), e.statement()));
            }
        }
        return List.copyOf(latest.values());
    }

    private static long cursor(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw Refusal.field("after", "cursor", text);
        }
    }

    private HistoryItem item(Recorded<Object> recorded) {
        Object event = recorded.event();
        return new HistoryItem(
                recorded.position(),
                types.nameOf(event.getClass()),
                recorded.at(),
                recorded.by(),
                EventAsMap.of((Record) event));
    }
}
