package org.cadreledger.ledger.scoring;

import java.util.List;
import org.cadreledger.ledger.Entry;
import org.cadreledger.ledger.LedgerStatement;
import org.cadreledger.points.Points;
import org.cadreledger.time.Period;
import org.jspecify.annotations.Nullable;

/**
 * The score of a cadre in a period with everything that it rests on. Immutable.
 *
 * @param base what is left of the base points, never negative
 * @param items the base items of the catalogue in force, in its order
 * @param entries the entries of the period in the order of the log, superseded ones included
 */
public record Score(
        Points base, Points bonus, Points deduct, List<LedgerStatement.Item> items, List<JudgedEntry> entries) {

    /**
     * @param counted whether it stands for its matter; true also where a cap or an exhausted base item swallows its points
     * @param supersededBy id of the entry that stands for the matter instead
     */
    public record JudgedEntry(
            CountingEntry counting,
            boolean counted,
            @Nullable String supersededBy) {}

    public Score {
        items = List.copyOf(items);
        entries = List.copyOf(entries);
    }

    /** domain.md "Score of a period"; may be below zero. */
    public Points total() {
        return base.plus(bonus).minus(deduct);
    }

    public LedgerStatement statement(String cadreId, Period period) {
        return new LedgerStatement(
                cadreId,
                period,
                base,
                bonus,
                deduct,
                total(),
                items,
                entries.stream().map(Score::line).toList());
    }

    private static LedgerStatement.Line line(JudgedEntry judged) {
        CountingEntry counting = judged.counting();
        Entry entry = counting.entry();
        return new LedgerStatement.Line(
                entry.entryId(),
                entry.kind(),
                entry.rule(),
                entry.level(),
                entry.item(),
                entry.catalogue(),
                entry.matter(),
                entry.points(),
                counting.month(),
                judged.counted(),
                judged.supersededBy(),
                counting.postedAt(),
                counting.position());
    }
}
