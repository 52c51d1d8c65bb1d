package org.cadreledger.cadre.registering;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.cadreledger.ledger.Entry;
import org.cadreledger.ledger.LedgerEvent.EntryReversed;
import org.cadreledger.ledger.LedgerEvent.GradePosted;
import org.cadreledger.log.Recorded;

/**
 * Entries that annual grades posted into the books of one year and that nobody reversed; a fold of the stream.
 *
 * @param byGradeYear the standing entry of each grade's year
 */
record GradePostings(Map<Integer, Entry> byGradeYear) {
    static final GradePostings NONE = new GradePostings(Map.of());

    GradePostings {
        byGradeYear = Map.copyOf(byGradeYear);
    }

    Optional<Entry> of(int gradeYear) {
        return Optional.ofNullable(byGradeYear.get(gradeYear));
    }

    GradePostings evolve(Recorded<Object> recorded) {
        return switch (recorded.event()) {
            case GradePosted posted -> {
                Map<Integer, Entry> next = new HashMap<>(byGradeYear);
                next.put(posted.gradeYear(), posted.entry());
                yield new GradePostings(next);
            }
            case EntryReversed reversed -> {
                Map<Integer, Entry> next = new HashMap<>(byGradeYear);
                next.values().removeIf(entry -> entry.entryId().equals(reversed.entryId()));
                yield new GradePostings(next);
            }
            default -> this;
        };
    }
}
