package org.cadreledger.board.notice;

import java.time.Instant;
import java.util.List;
import org.cadreledger.board.Board.GroupSummary;
import org.cadreledger.board.Boards;
import org.cadreledger.cadre.Category;
import org.cadreledger.time.Period;

/**
 * One revision of a board without its rows; stored last, so that a board with a header is whole.
 *
 * @param position of the publication
 * @param changedRows lines that differ from the revision before
 */
record BoardHeader(
        String jurisdiction,
        Period period,
        int revision,
        Instant publishedAt,
        long position,
        String seal,
        int changedRows,
        List<CategoryHeader> categories) {

    /** @param pages number of documents that hold the rows */
    record CategoryHeader(Category category, List<GroupSummary> groups, int pages) {}

    CategoryHeader of(Category category) {
        return categories.stream()
                .filter(header -> header.category() == category)
                .findFirst()
                .orElseThrow();
    }

    Boards.Seal toSeal() {
        return new Boards.Seal(jurisdiction, period, revision, position, seal, changedRows);
    }
}
