package org.cadreledger.security;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cadreledger.ledger.PendingItem;
import org.cadreledger.ledger.PendingItems;
import org.cadreledger.period.Periods;
import org.cadreledger.read.Page;
import org.cadreledger.read.PageRequest;
import org.cadreledger.time.Month;
import org.cadreledger.time.Period;
import org.cadreledger.time.Year;
import org.jspecify.annotations.Nullable;

/** Desks on which nothing lies and periods that are all open. */
final class FakeDesks {
    private FakeDesks() {}

    static final class NothingPending implements PendingItems {
        @Override
        public Page<PendingItem> find(Query query, PageRequest page) {
            return new Page<>(List.of(), null);
        }

        @Override
        public long countUndecided(String jurisdiction, Month month) {
            return 0;
        }

        @Override
        public Optional<PendingItem> find(String cadreId, String itemId) {
            return Optional.empty();
        }

        @Override
        public Map<DeskState, Waiting> waiting(String jurisdiction) {
            return Map.of();
        }

        @Override
        public DeskView desk(@Nullable String jurisdiction, Filter filter, PageRequest page) {
            return new DeskView(
                    new Page<>(List.of(), null), 0, new DeskCounts(0, 0, 0, 0), List.of(), List.of(), List.of());
        }
    }

    static final class OpenPeriods implements Periods {
        @Override
        public Optional<Status> status(String jurisdiction, Period period, Instant now) {
            return Optional.of(new Status(period, jurisdiction, State.OPEN, 0, 1, 0, 0, 0, null, null, List.of()));
        }

        @Override
        public Optional<YearView> calendar(String jurisdiction, Year year, Instant now) {
            return Optional.empty();
        }

        @Override
        public List<Stage> stages(String jurisdiction, Year year, Instant now) {
            return List.of();
        }

        @Override
        public Page<Undeclared> undeclared(String jurisdiction, Month month, PageRequest page) {
            return new Page<>(List.of(), null);
        }
    }
}
