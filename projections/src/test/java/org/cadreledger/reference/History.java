package org.cadreledger.reference;

import java.util.List;
import org.cadreledger.log.Recorded;
import org.cadreledger.period.PeriodEvent.BoardPublished;
import org.cadreledger.time.Month;

/**
 * A random log of one county and its neighbour.
 *
 * @param firstMonth of the county's books
 */
record History(long seed, String county, Month firstMonth, List<Recorded<?>> log) {
    List<Recorded<BoardPublished>> publications() {
        return log.stream()
                .filter(recorded -> recorded.event() instanceof BoardPublished)
                .map(recorded -> recorded.with((BoardPublished) recorded.event()))
                .toList();
    }

    /** The events before a guard, of all counties. */
    List<Recorded<?>> before(long guard) {
        return log.stream().filter(recorded -> recorded.guard() < guard).toList();
    }
}
