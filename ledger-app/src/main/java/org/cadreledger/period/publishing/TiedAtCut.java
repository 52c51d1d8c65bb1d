package org.cadreledger.period.publishing;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.cadreledger.board.Board;
import org.cadreledger.board.BoardList;
import org.cadreledger.board.BoardSettings;
import org.cadreledger.period.DesignateTied;
import org.cadreledger.points.Points;
import org.cadreledger.refusal.Refusal;

/**
 * The group of equals that straddles a cut of a ranking group (domain.md "Ranking").
 *
 * @param cadreIds the tied who are not on the list
 * @param free places of the list that are left for them
 */
record TiedAtCut(Set<String> cadreIds, int free) {
    private static final int ALL = 100;
    private static final TiedAtCut NOBODY = new TiedAtCut(Set.of(), 0);

    static TiedAtCut of(Board board, DesignateTied c, BoardSettings settings) {
        List<Board.Row> rows = board.rows().stream()
                .filter(row -> Objects.equals(row.group(), c.group()))
                .sorted((a, b) -> a.total().compareTo(b.total()))
                .toList();
        if (c.list() == BoardList.TOP) {
            rows = rows.reversed();
        }
        int percent = c.list() == BoardList.TOP ? settings.topPercent() : settings.bottomPercent();
        int quota = rows.size() * percent / ALL;
        boolean straddles = quota > 0
                && quota < rows.size()
                && rows.get(quota - 1).total().equals(rows.get(quota).total());
        return straddles ? at(rows, quota, c.list()) : NOBODY;
    }

    /** @param rows from the list's end of the ranking on */
    private static TiedAtCut at(List<Board.Row> rows, int quota, BoardList list) {
        Points cut = rows.get(quota - 1).total();
        Set<String> tied = new HashSet<>();
        int taken = 0;
        for (int place = 0; place < rows.size(); place++) {
            Board.Row row = rows.get(place);
            boolean equal = row.total().equals(cut);
            if (equal && row.list() == null) {
                tied.add(row.cadreId());
            } else if (equal ? row.list() == list : place < quota) {
                taken++;
            }
        }
        return new TiedAtCut(tied, Math.max(0, quota - taken));
    }

    /** @throws Refusal for cadres who are not among the tied, or more than there are free places */
    void require(List<String> wanted) {
        if (wanted.isEmpty()) {
            throw Refusal.field("cadreIds", "required");
        }
        if (new HashSet<>(wanted).size() < wanted.size()) {
            throw Refusal.field("cadreIds", "duplicate");
        }
        wanted.stream()
                .filter(cadreId -> !cadreIds.contains(cadreId))
                .findFirst()
                .ifPresent(stranger -> {
                    throw Refusal.field("cadreIds", "not-tied", stranger);
                });
        if (wanted.size() > free) {
            throw Refusal.field("cadreIds", "too-many", free);
        }
    }
}
