package org.cadreledger.facts;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.cadreledger.cadre.CadreEvent;
import org.cadreledger.cadre.register.CadreFile;
import org.cadreledger.catalogue.CatalogueEvent;
import org.cadreledger.catalogue.book.CatalogueBook;
import org.cadreledger.jurisdiction.JurisdictionEvent;
import org.cadreledger.jurisdiction.settings.County;
import org.cadreledger.ledger.LedgerEvent;
import org.cadreledger.ledger.state.CadreLedgers;
import org.cadreledger.ledger.state.LedgerBook;
import org.cadreledger.log.Recorded;
import org.cadreledger.period.PeriodEvent;
import org.cadreledger.period.book.BoardState;
import org.cadreledger.period.book.PeriodBook;
import org.cadreledger.time.Month;
import org.cadreledger.time.Period;

/**
 * The streams beside a decision's own, each as the log has it at the moment of the call: whatever was acknowledged before
 * counts. For the decision's own stream, the state of its aggregate is newer and takes the place of what stands here.
 */
public final class FreshFolds {
    private final FoldReader reader;

    public FreshFolds(FoldReader reader) {
        this.reader = reader;
    }

    /** Any other stream, for folds of one concept only. */
    public <S> S fold(String kind, String stream, S initial, BiFunction<S, Recorded<Object>, S> evolve) {
        return reader.fold(kind, stream, initial, evolve);
    }

    /** {@link CadreFile#EMPTY} for a cadre that nobody registered. */
    public CadreFile cadre(String cadreId) {
        return reader.fold(
                "cadre",
                Streams.cadre(cadreId),
                CadreFile.EMPTY,
                (file, e) -> file.evolve(narrow(e, CadreEvent.class)));
    }

    /** {@link County#NONE} for a county that nobody defined. */
    public County county(String jurisdiction) {
        return reader.fold(
                "county",
                Streams.jurisdiction(jurisdiction),
                County.NONE,
                (county, e) -> county.evolve((JurisdictionEvent) e.event()));
    }

    public CatalogueBook catalogues() {
        return reader.fold(
                "catalogue",
                Streams.CATALOGUE,
                CatalogueBook.EMPTY,
                (book, e) -> book.evolve(narrow(e, CatalogueEvent.class)));
    }

    /** The county's periods from the year its books start to the year after the current one. */
    public PeriodBook periods(String jurisdiction, Instant now) {
        return periods(county(jurisdiction), now);
    }

    /** The same for a county that was read already. */
    public PeriodBook periods(County county, Instant now) {
        if (!county.exists()) {
            return PeriodBook.EMPTY;
        }
        return periods(
                county.settings().jurisdiction(),
                county.settings().firstMonth().year(),
                county.today(now).getYear() + 1);
    }

    /** The county's periods of these years, both included. */
    public PeriodBook periods(String jurisdiction, int fromYear, int toYear) {
        NavigableMap<Month, Long> closings = new TreeMap<>();
        Map<Period, BoardState> boards = new HashMap<>();
        Map<String, PeriodBook.ObjectionState> objections = new HashMap<>();
        for (int year = fromYear; year <= toYear; year++) {
            PeriodBook book = periodsOf(jurisdiction, year);
            closings.putAll(book.closings());
            boards.putAll(book.boards());
            objections.putAll(book.objections());
        }
        return new PeriodBook(closings, boards, objections);
    }

    /**
     * A cadre's books of one year, and how far they are.
     *
     * @param sequence of the stream's last event; -1 when there is none
     */
    public record Kept(LedgerBook book, long sequence) {
        Kept evolve(Recorded<Object> recorded) {
            return new Kept(book.evolve(narrow(recorded, LedgerEvent.class)), recorded.sequence());
        }
    }

    /** A cadre's books of one year; empty when nothing was written there. */
    public LedgerBook ledger(String cadreId, int year) {
        return kept(cadreId, year).book();
    }

    /** The same with the place in its stream. */
    public Kept kept(String cadreId, int year) {
        return reader.fold(
                "ledger", Streams.ledger(cadreId, year), new Kept(LedgerBook.empty(cadreId, year), -1), Kept::evolve);
    }

    /**
     * A cadre's books of all years: from the earliest first month of the counties it ever belonged to, to the year after
     * the current one.
     */
    public CadreLedgers ledgers(String cadreId, Instant now) {
        return ledgers(cadreId, cadre(cadreId), now);
    }

    /** The same for a register that was read already. */
    public CadreLedgers ledgers(String cadreId, CadreFile file, Instant now) {
        NavigableMap<Integer, LedgerBook> books = new TreeMap<>();
        file.particulars().stream()
                .map(CadreFile.Particulars::jurisdiction)
                .filter(Objects::nonNull)
                .distinct()
                .map(this::county)
                .filter(County::exists)
                .forEach(county -> {
                    int last = county.today(now).getYear() + 1;
                    for (int year = county.settings().firstMonth().year(); year <= last; year++) {
                        books.computeIfAbsent(year, y -> ledger(cadreId, y));
                    }
                });
        return new CadreLedgers(cadreId, books);
    }

    private PeriodBook periodsOf(String jurisdiction, int year) {
        return reader.fold(
                "period",
                Streams.period(jurisdiction, year),
                PeriodBook.EMPTY,
                (book, e) -> book.evolve(narrow(e, PeriodEvent.class)));
    }

    private static <E> Recorded<E> narrow(Recorded<Object> recorded, Class<E> type) {
        return recorded.with(type.cast(recorded.event()));
    }
}
