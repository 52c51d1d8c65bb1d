package org.cadreledger.ledger;

import java.time.Instant;
import java.util.List;
import org.cadreledger.points.Points;
import org.cadreledger.time.Month;
import org.cadreledger.time.Period;
import org.jspecify.annotations.Nullable;

/**
 * A cadre's score of a period with every entry that it rests on ({@code GET /ledgers/{cadreId}}).
 *
 * @param base what is left of the base points
 * @param total base + bonus − deduct
 */
public record LedgerStatement(
        String cadreId,
        Period period,
        Points base,
        Points bonus,
        Points deduct,
        Points total,
        List<Item> items,
        List<Line> entries) {

    public record Item(String item, Points max, Points deducted) {}

    /**
     * @param month the month it counts in
     * @param counted whether it made a difference to the sums
     * @param supersededBy the entry of the same matter that counts instead
     */
    public record Line(
            String entryId,
            Entry.EntryKind kind,
            @Nullable String rule,
            @Nullable String level,
            @Nullable String item,
            int catalogue,
            String matter,
            Points points,
            Month month,
            boolean counted,
            @Nullable String supersededBy,
            Instant postedAt,
            long position) {}
}
