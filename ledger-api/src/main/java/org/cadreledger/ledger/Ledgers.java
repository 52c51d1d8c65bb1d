package org.cadreledger.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cadreledger.read.Page;
import org.cadreledger.read.PageRequest;
import org.cadreledger.time.Month;
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

    /**
     * Every line of the cadre's books of all years, newest first: claims and department entries in any state, corrections
     * and what grades posted.
     *
     * @throws org.cadreledger.refusal.Refusal UNKNOWN_CADRE
     */
    List<ItemStory> stories(String cadreId);

    /**
     * One of them, by claim id, deduction id or entry id.
     *
     * @throws org.cadreledger.refusal.Refusal UNKNOWN_CADRE
     */
    default Optional<ItemStory> story(String cadreId, String itemId) {
        return stories(cadreId).stream()
                .filter(story -> story.itemId().equals(itemId))
                .findFirst();
    }

    /** The cadre's claims alone, in any state. */
    default List<ItemStory> claims(String cadreId) {
        return stories(cadreId).stream()
                .filter(story -> story.source() == ItemStory.Source.CLAIM)
                .toList();
    }

    /** What the department entered for the cadre, in any state. */
    default List<ItemStory> departmentEntries(String cadreId) {
        return stories(cadreId).stream()
                .filter(story -> story.source() == ItemStory.Source.DEPARTMENT)
                .toList();
    }

    /**
     * That the cadre has finished declaring a month.
     *
     * @param at of the last time it was said
     * @param statement null when there is none, or after an erasure
     */
    record Declaration(
            Month month,
            Instant at,
            String by,
            long position,
            @Nullable String statement) {}

    /**
     * The months that the cadre has declared, in order.
     *
     * @throws org.cadreledger.refusal.Refusal UNKNOWN_CADRE
     */
    List<Declaration> declarations(String cadreId);
}
