package org.cadreledger.period;

import java.util.List;
import org.cadreledger.access.Command;
import org.cadreledger.board.BoardList;
import org.cadreledger.cadre.Category;
import org.cadreledger.time.Period;
import org.jspecify.annotations.Nullable;

/** Puts cadres tied at a cut on the list, up to the free places: a new revision. */
public record DesignateTied(
        String jurisdiction,
        Period period,
        Category category,
        @Nullable String group,
        BoardList list,
        List<String> cadreIds,
        String reason)
        implements Command<PublishBoard.Published> {}
