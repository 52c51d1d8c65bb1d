package org.cadreledger.board;

import java.util.List;
import java.util.Optional;
import org.cadreledger.cadre.Category;
import org.cadreledger.time.Period;
import org.jspecify.annotations.Nullable;

/** Published boards, every revision. */
public interface Boards {
    /** @param revision null for the latest; a board that is still being computed is not found yet */
    Optional<Board> find(String jurisdiction, Period period, Category category, @Nullable Integer revision);

    /** What a computed board is sealed with. */
    record Seal(
            String jurisdiction, Period period, int revision, long publishedPosition, String seal, int changedRows) {}

    Optional<Seal> seal(String jurisdiction, Period period, int revision);

    /** Computed boards of all counties whose seal is not in the log yet. */
    List<Seal> unsealed();
}
