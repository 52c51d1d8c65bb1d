package org.cadreledger.testbed;

import java.util.List;
import java.util.Optional;
import org.cadreledger.board.Boards;
import org.cadreledger.cadre.Category;
import org.cadreledger.time.Period;
import org.jspecify.annotations.Nullable;

/** Nothing was published; for tests that give the boards they need. */
public class NoBoards implements Boards {
    @Override
    public Optional<Seal> seal(String jurisdiction, Period period, int revision) {
        return Optional.empty();
    }

    @Override
    public List<Seal> unsealed() {
        return List.of();
    }

    @Override
    public List<Published> periods(String jurisdiction) {
        return List.of();
    }

    @Override
    public List<Revision> revisions(String jurisdiction, Period period) {
        return List.of();
    }

    @Override
    public Optional<Part> page(
            String jurisdiction,
            Period period,
            Category category,
            @Nullable Integer revision,
            Filter filter,
            int from,
            int limit) {
        return Optional.empty();
    }

    @Override
    public Optional<Place> rowOf(String cadreId, String jurisdiction, Period period, @Nullable Integer revision) {
        return Optional.empty();
    }

    @Override
    public List<Standing> standings(String cadreId) {
        return List.of();
    }

    @Override
    public Optional<Figures> figures(
            String jurisdiction, Period period, Category category, @Nullable Integer revision) {
        return Optional.empty();
    }

    @Override
    public List<Change> changes(String jurisdiction, Period period, Category category, int earlier, int later) {
        return List.of();
    }
}
