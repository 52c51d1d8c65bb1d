package org.cadreledger.period.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cadreledger.board.Board;
import org.cadreledger.board.Boards;
import org.cadreledger.board.Boards.Filter;
import org.cadreledger.board.Boards.Revision;
import org.cadreledger.cadre.Category;
import org.cadreledger.time.Month;
import org.cadreledger.time.Period;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the last publication of a period has brought. */
@Component
class Outcomes {
    private final Boards boards;

    Outcomes(Boards boards) {
        this.boards = boards;
    }

    /** @param boards one for each category, without rows; empty while they are being computed */
    public record Outcome(Revision revision, List<Board> boards) {}

    /** Null for a month, and before anything was published. */
    @Nullable
    Outcome of(String county, Period period) {
        List<Revision> revisions = period instanceof Month ? List.of() : boards.revisions(county, period);
        if (revisions.isEmpty()) {
            return null;
        }
        Revision latest = revisions.getLast();
        List<Board> found = new ArrayList<>();
        for (Category category : Category.values()) {
            Optional<Boards.Part> part = boards.page(county, period, category, latest.revision(), Filter.ALL, 0, 1);
            part.map(Boards.Part::board).ifPresent(found::add);
        }
        return new Outcome(latest, found);
    }
}
