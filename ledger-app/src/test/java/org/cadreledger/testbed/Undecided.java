package org.cadreledger.testbed;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.cadreledger.facts.FreshFolds;
import org.cadreledger.facts.Streams;
import org.cadreledger.ledger.PendingItem;
import org.cadreledger.ledger.PendingItems;
import org.cadreledger.ledger.state.CadreLedgers;
import org.cadreledger.read.Page;
import org.cadreledger.read.PageRequest;
import org.cadreledger.time.Month;
import org.jspecify.annotations.Nullable;

/** What waits for a decision, counted from the log itself. */
final class Undecided implements PendingItems {
    private final MemoryLog log;

    Undecided(MemoryLog log) {
        this.log = log;
    }

    @Override
    public long countUndecided(String jurisdiction, Month month) {
        FreshFolds folds = new FreshFolds(log);
        return log.all().stream()
                .map(recorded -> recorded.stream())
                .filter(stream -> stream.startsWith("ledger:"))
                .distinct()
                .map(stream -> folds.ledger(stream.split(":", 3)[1], Streams.yearOf(stream)))
                .flatMap(book -> {
                    CadreLedgers books = new CadreLedgers(book.cadreId(), new java.util.TreeMap<>()).with(book);
                    return Stream.concat(
                            books.openClaims().map(claim -> claim.month()),
                            books.openDeductions().map(item -> item.month()));
                })
                .filter(month::equals)
                .count();
    }

    @Override
    public Page<PendingItem> find(Query query, PageRequest page) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<PendingItem> find(String cadreId, String itemId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Map<DeskState, Waiting> waiting(String jurisdiction) {
        throw new UnsupportedOperationException();
    }

    @Override
    public DeskView desk(@Nullable String jurisdiction, Filter filter, PageRequest page) {
        throw new UnsupportedOperationException();
    }
}
