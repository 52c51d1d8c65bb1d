package org.cadreledger.board.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.cadreledger.board.Board;
import org.cadreledger.board.Boards;
import org.cadreledger.cadre.Category;
import org.cadreledger.time.Period;
import org.jspecify.annotations.Nullable;

/** A board as the contract shows it. */
record BoardView(
        Period period,
        String jurisdiction,
        Category category,
        int revision,
        Instant publishedAt,
        long position,
        @Nullable String seal,
        @JsonProperty("final") boolean isFinal,
        int ranked,
        Board.Cuts cuts,
        List<Board.GroupSummary> groups,
        List<Board.Row> rows,
        List<Board.NotRanked> notRanked,
        Board.Cuts tiedAtCut,
        @Nullable String next) {

    static BoardView of(Boards.Part part) {
        Board board = part.board();
        List<Board.Row> rows = board.rows();
        int end = part.from() + rows.size();
        return new BoardView(
                board.period(),
                board.jurisdiction(),
                board.category(),
                board.revision(),
                board.publishedAt(),
                board.position(),
                board.seal(),
                board.isFinal(),
                board.ranked(),
                board.cuts(),
                board.groups(),
                rows,
                board.notRanked(),
                board.tiedAtCut(),
                rows.isEmpty() || end >= part.matching() ? null : Integer.toString(end));
    }
}
