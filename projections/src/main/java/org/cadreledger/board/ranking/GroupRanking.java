package org.cadreledger.board.ranking;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cadreledger.board.Board.Cuts;
import org.cadreledger.board.BoardList;
import org.cadreledger.board.BoardSettings;
import org.cadreledger.board.Designation;
import org.cadreledger.points.Points;
import org.jspecify.annotations.Nullable;

/**
 * A ranking group with its places and lists. Immutable.
 *
 * @param ranked in order of rank, then of cadre id
 * @param top the cut of the first 15 %
 * @param bottom the cut of the last 5 %
 */
public record GroupRanking(List<Ranked> ranked, Cut top, Cut bottom) {
    /**
     * @param candidate number of the cadre among those given, from 0
     * @param list null for those on neither list
     */
    public record Ranked(
            int rank,
            int candidate,
            String cadreId,
            Points total,
            @Nullable BoardList list) {}

    public GroupRanking {
        ranked = List.copyOf(ranked);
    }

    /**
     * @param cadreIds in ascending order
     * @param totals of the same cadres, hundredths of points
     * @param designations those of this group; who is not among the tied, or finds no free place, is passed over
     */
    public static GroupRanking of(
            List<String> cadreIds, long[] totals, BoardSettings settings, List<Designation> designations) {
        Placing placing = Placing.of(totals);
        Cut top = Cut.top(placing, settings.topPercent(), settings.ties());
        Cut bottom = Cut.bottom(placing, settings.bottomPercent(), settings.ties());
        @Nullable BoardList[] lists = lists(placing.size(), top, bottom);
        if (!designations.isEmpty()) {
            designate(lists, placing, cadreIds, top, BoardList.TOP, designations);
            designate(lists, placing, cadreIds, bottom, BoardList.BOTTOM, designations);
        }
        int[] ranks = placing.ranks();
        List<Ranked> ranked = new ArrayList<>(placing.size());
        for (int place = 0; place < placing.size(); place++) {
            int candidate = placing.candidate(place);
            String cadreId = cadreIds.get(candidate);
            ranked.add(new Ranked(ranks[place], candidate, cadreId, new Points(placing.total(place)), lists[place]));
        }
        return new GroupRanking(ranked, top, bottom);
    }

    public Cuts cuts() {
        return new Cuts(top.quota(), bottom.quota());
    }

    public Cuts tiedAtCut() {
        return new Cuts(top.tied(), bottom.tied());
    }

    /** Those whom the publisher may designate for a list: equals across its cut who are on neither list. */
    public List<String> designable(BoardList list) {
        Cut cut = list == BoardList.TOP ? top : bottom;
        return ranked.subList(cut.tiedFrom(), cut.tiedTo()).stream()
                .filter(row -> row.list() == null)
                .map(Ranked::cadreId)
                .toList();
    }

    /** Free places of a list that no designation has taken yet. */
    public int free(BoardList list) {
        Cut cut = list == BoardList.TOP ? top : bottom;
        long listed = ranked.stream().filter(row -> row.list() == list).count();
        return (int) Math.max(0, cut.quota() - listed);
    }

    /** Who would be first and last at once (equals across both cuts, ties included) is on neither list. */
    private static @Nullable BoardList[] lists(int size, Cut top, Cut bottom) {
        @Nullable BoardList[] lists = new @Nullable BoardList[size];
        for (int place = 0; place < size; place++) {
            if (top.lists(place) != bottom.lists(place)) {
                lists[place] = top.lists(place) ? BoardList.TOP : BoardList.BOTTOM;
            }
        }
        return lists;
    }

    /** domain.md "Ranking": the publisher may designate from the tied up to the free places. */
    private static void designate(
            @Nullable BoardList[] lists,
            Placing placing,
            List<String> cadreIds,
            Cut cut,
            BoardList list,
            List<Designation> designations) {
        Map<String, Integer> tied = new HashMap<>();
        for (int place = cut.tiedFrom(); place < cut.tiedTo(); place++) {
            tied.put(cadreIds.get(placing.candidate(place)), place);
        }
        long listed = Arrays.stream(lists).filter(each -> each == list).count();
        for (Designation designation : designations) {
            for (String cadreId : designation.list() == list ? designation.cadreIds() : List.<String>of()) {
                Integer place = tied.get(cadreId);
                if (place != null && listed < cut.quota() && lists[place] == null) {
                    lists[place] = list;
                    listed++;
                }
            }
        }
    }
}
