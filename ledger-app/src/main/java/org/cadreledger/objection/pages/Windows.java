package org.cadreledger.objection.pages;

import java.time.LocalDate;
import java.util.List;
import org.cadreledger.board.Boards.Revision;
import org.jspecify.annotations.Nullable;

/** Until when a board's objection window runs. Pure. */
final class Windows {
    private Windows() {}

    /** A revision that changes no row restarts nothing (domain.md "Cycle", 2). Null when there is no window. */
    static @Nullable LocalDate end(List<Revision> revisions) {
        for (Revision revision : revisions.reversed()) {
            Integer changed = revision.changedRows();
            if (changed == null || changed > 0 || revision.revision() == 1) {
                return revision.objectionsUntil();
            }
        }
        return null;
    }
}
