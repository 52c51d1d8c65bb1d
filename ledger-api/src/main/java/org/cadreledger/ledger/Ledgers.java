package org.cadreledger.ledger;

import java.time.Instant;
import java.util.Map;
import org.cadreledger.read.Page;
import org.cadreledger.read.PageRequest;
import org.cadreledger.time.Period;
import org.jspecify.annotations.Nullable;

/** A cadre's own books, folded from the log on each read. */
public interface Ledgers {
    /**
     * @param asAt position that the books are shown as at; null for now
     * @throws org.cadreledger.refusal.Refusal UNKNOWN_CADRE
     */
    LedgerStatement statement(String cadreId, Period period, @Nullable Long asAt);

    /** The last position with a time not after {@code time}; 0 before the first. */
    long positionAt(Instant time);

    /** @param payload the event as an object, personal fields included, the caller's ids as top-level strings */
    record HistoryItem(long position, String type, Instant at, String by, Map<String, Object> payload) {}

    /** Every event of the cadre, oldest first. */
    Page<HistoryItem> history(String cadreId, PageRequest page);
}
