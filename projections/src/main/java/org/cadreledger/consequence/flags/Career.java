package org.cadreledger.consequence.flags;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.cadreledger.consequence.Flag;
import org.cadreledger.consequence.flags.BoardStandings.Standing;
import org.cadreledger.time.Month;
import org.cadreledger.time.Quarter;
import org.cadreledger.time.Year;

/** The quarters and years in which one cadre was ranked, in order, and the flags that follow from them. */
final class Career {
    /** Source 004, V: 连续3个季度 … 组织约谈. */
    private static final int TALK_QUARTERS = 3;

    /** Source 004, V: 连续4个季度 … 当年不得评先评优. */
    private static final int AWARD_BAR_QUARTERS = 4;

    /** Source 004, V: 连续两年 … 诫勉谈话. */
    private static final int ADMONITION_YEARS = 2;

    /** Source 004, V: 连续三年 … 调整岗位或相应降职. */
    private static final int POST_ADJUSTMENT_YEARS = 3;

    private final String cadreId;
    private final NavigableMap<Quarter, BoardStandings> quarters = new TreeMap<>();
    private final NavigableMap<Year, BoardStandings> years = new TreeMap<>();

    /** @param boards one for each period; where a cadre is on two, the later in the list holds */
    Career(String cadreId, Iterable<BoardStandings> boards) {
        this.cadreId = cadreId;
        for (BoardStandings board : boards) {
            if (board.standings().containsKey(cadreId)) {
                switch (board.period()) {
                    case Quarter quarter -> quarters.put(quarter, board);
                    case Year year -> years.put(year, board);
                    case Month month -> throw new IllegalArgumentException("months have no board: " + month);
                }
            }
        }
    }

    List<Raised> flags() {
        List<Raised> raised = new ArrayList<>();
        addPriorities(raised);
        addQuarterRuns(raised);
        addYears(raised);
        return raised;
    }

    /** Top 15 % in all four quarters of one year; a quarter without a rank is a quarter not on the list. */
    private void addPriorities(List<Raised> raised) {
        Set<Integer> seen = new HashSet<>();
        for (Quarter quarter : quarters.keySet()) {
            if (!seen.add(quarter.year())) {
                continue;
            }
            List<Quarter> all = new Year(quarter.year()).quarters();
            if (all.stream().allMatch(each -> quarters.containsKey(each) && isOn(Standing.TOP, quarters.get(each)))) {
                List<BoardStandings> boards = all.stream()
                        .map(each -> Objects.requireNonNull(quarters.get(each)))
                        .toList();
                raised.add(new Raised(Flag.PRIORITY, boards));
            }
        }
    }

    /** The talk once a run, when reached; the award bar once for each year in which a quarter ends a run of four or more. */
    private void addQuarterRuns(List<Raised> raised) {
        List<BoardStandings> run = new ArrayList<>();
        Set<Integer> barred = new HashSet<>();
        for (BoardStandings board : quarters.values()) {
            continueOrBreak(run, board);
            if (run.size() == TALK_QUARTERS) {
                raised.add(new Raised(Flag.TALK, run));
            }
            if (run.size() >= AWARD_BAR_QUARTERS && barred.add(board.period().year())) {
                raised.add(new Raised(Flag.AWARD_BAR, run.subList(run.size() - AWARD_BAR_QUARTERS, run.size())));
            }
        }
    }

    private void addYears(List<Raised> raised) {
        List<BoardStandings> run = new ArrayList<>();
        for (BoardStandings board : years.values()) {
            continueOrBreak(run, board);
            if (isOn(Standing.TOP, board)) {
                raised.add(new Raised(Flag.ADVANCED, List.of(board)));
            }
            if (isOn(Standing.BOTTOM, board)) {
                raised.add(new Raised(Flag.LAST_PLACE, List.of(board)));
                if (run.size() == ADMONITION_YEARS) {
                    raised.add(new Raised(Flag.ADMONITION, run));
                }
                if (run.size() == POST_ADJUSTMENT_YEARS) {
                    raised.add(new Raised(Flag.POST_ADJUSTMENT, run));
                }
            }
        }
    }

    /** Periods without a rank are not here: they neither continue nor break a run (domain.md "Ranking"). */
    private void continueOrBreak(List<BoardStandings> run, BoardStandings board) {
        if (isOn(Standing.BOTTOM, board)) {
            run.add(board);
        } else {
            run.clear();
        }
    }

    private boolean isOn(Standing list, BoardStandings board) {
        return board.standings().get(cadreId) == list;
    }
}
