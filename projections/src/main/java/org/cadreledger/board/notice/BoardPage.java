package org.cadreledger.board.notice;

import java.util.List;
import org.cadreledger.board.computing.BoardContent.NotRankedRow;
import org.cadreledger.board.computing.BoardContent.Row;

/** Some rows of one category of a board. */
record BoardPage(List<Row> rows, List<NotRankedRow> notRanked) {
    /** Rows in one document: some 100 kB. */
    static final int ROWS = 500;
}
