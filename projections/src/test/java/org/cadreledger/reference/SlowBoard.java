package org.cadreledger.reference;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cadreledger.board.BoardSettings;
import org.cadreledger.board.BoardSettings.Ties;
import org.cadreledger.board.Designation;
import org.cadreledger.log.Recorded;
import org.cadreledger.period.PeriodEvent.BoardPublished;
import org.cadreledger.reference.SlowCounty.Post;

/** The reference for boards: writes what ops/decisions/0004-board-seal.md says is sealed, from domain.md "Ranking". */
final class SlowBoard {
    private final BoardPublished event;
    private final BoardSettings settings;
    private final SlowCounty county;
    private final List<String> text = new ArrayList<>();

    /** Of each cadre on the board: category, line and unit. */
    final Map<String, String> lines = new TreeMap<>();

    /** TOP, BOTTOM or empty, of each ranked cadre. */
    final Map<String, String> lists = new TreeMap<>();

    int tied;
    int designated;

    SlowBoard(History history, Recorded<BoardPublished> published) {
        this.event = published.event();
        this.settings = event.settings();
        this.county = new SlowCounty(history, published.guard(), settings);
        text.add("cadre-ledger-board 1");
        text.add("jurisdiction\t" + event.jurisdiction());
        text.add("period\t" + event.period());
        text.add("revision\t" + event.revision());
        text.add("position\t" + published.position());
        for (String category : List.of("SECTION", "RESERVE")) {
            write(category);
        }
    }

    String text() {
        return String.join("\n", text) + "\n";
    }

    private void write(String category) {
        text.add("category\t" + category);
        List<String> rows = new ArrayList<>();
        county.totals(event.period(), category).forEach((group, totals) -> write(category, group, totals, rows));
        text.addAll(rows);
        for (String cadreId : county.onBoard(event.period(), category)) {
            String reason = county.whyNotRanked(cadreId, event.period());
            if (reason != null) {
                String line = "not-ranked\t" + cadreId + "\t" + reason;
                text.add(line);
                lines.put(cadreId, category + line + unitOf(cadreId));
            }
        }
    }

    private void write(String category, String group, Map<String, BigDecimal> totals, List<String> rows) {
        Collection<BigDecimal> all = totals.values();
        int top = quota(settings.topPercent(), all.size());
        int bottom = quota(settings.bottomPercent(), all.size());
        long tiedTop =
                all.stream().filter(total -> straddlesTop(total, all, top)).count();
        long tiedBottom = all.stream()
                .filter(total -> straddlesBottom(total, all, bottom))
                .count();
        tied += (int) (tiedTop + tiedBottom);
        text.add(String.join(
                "\t", "group", escaped(group), "" + all.size(), "" + top, "" + bottom, "" + tiedTop, "" + tiedBottom));
        Map<String, String> listed = listed(totals, top, bottom);
        designate(category, group, "TOP", top, totals, listed);
        designate(category, group, "BOTTOM", bottom, totals, listed);
        List<String> ids = new ArrayList<>(totals.keySet());
        ids.sort((one, other) -> totals.get(other).compareTo(totals.get(one)));
        for (String id : ids) {
            String line = String.join(
                    "\t",
                    "row",
                    "" + (1 + higher(totals.get(id), all)),
                    id,
                    escaped(unitOf(id)),
                    escaped(group),
                    plain(totals.get(id)),
                    listed.get(id));
            rows.add(line);
            lines.put(id, category + line);
            lists.put(id, listed.get(id));
        }
    }

    /** A group of equals that straddles a cut is left out, or taken in; who would be on both lists is on none. */
    private Map<String, String> listed(Map<String, BigDecimal> totals, int top, int bottom) {
        Collection<BigDecimal> all = totals.values();
        Map<String, String> listed = new LinkedHashMap<>();
        totals.forEach((id, total) -> {
            boolean include = settings.ties() == Ties.INCLUDE;
            boolean isTop = include ? higher(total, all) < top : higher(total, all) + equal(total, all) <= top;
            boolean isBottom = include ? lower(total, all) < bottom : lower(total, all) + equal(total, all) <= bottom;
            listed.put(id, isTop == isBottom ? "" : isTop ? "TOP" : "BOTTOM");
        });
        return listed;
    }

    private void designate(
            String category,
            String group,
            String list,
            int quota,
            Map<String, BigDecimal> totals,
            Map<String, String> listed) {
        long size = totals.size();
        for (Designation designation : event.designations()) {
            String itsGroup = designation.group() == null ? "" : designation.group();
            if (!designation.category().name().equals(category)
                    || !itsGroup.equals(group)
                    || !designation.list().name().equals(list)) {
                continue;
            }
            for (String id : designation.cadreIds()) {
                BigDecimal total = totals.get(id);
                boolean isTied = total != null
                        && (list.equals("TOP")
                                ? straddlesTop(total, totals.values(), quota)
                                : straddlesBottom(total, totals.values(), quota));
                long taken = listed.values().stream().filter(list::equals).count();
                if (isTied && listed.get(id).isEmpty() && taken < quota && size > 0) {
                    listed.put(id, list);
                    designated++;
                }
            }
        }
    }

    private static boolean straddlesTop(BigDecimal total, Collection<BigDecimal> all, int quota) {
        return higher(total, all) < quota && higher(total, all) + equal(total, all) > quota;
    }

    private static boolean straddlesBottom(BigDecimal total, Collection<BigDecimal> all, int quota) {
        return lower(total, all) < quota && lower(total, all) + equal(total, all) > quota;
    }

    private static int quota(int percent, int ranked) {
        return new BigDecimal(percent)
                .multiply(new BigDecimal(ranked))
                .divide(new BigDecimal(100), 0, RoundingMode.FLOOR)
                .intValueExact();
    }

    private static long higher(BigDecimal total, Collection<BigDecimal> all) {
        return all.stream().filter(other -> other.compareTo(total) > 0).count();
    }

    private static long lower(BigDecimal total, Collection<BigDecimal> all) {
        return all.stream().filter(other -> other.compareTo(total) < 0).count();
    }

    private static long equal(BigDecimal total, Collection<BigDecimal> all) {
        return all.stream().filter(other -> other.compareTo(total) == 0).count();
    }

    private String unitOf(String cadreId) {
        Post post = county.postOn(cadreId, event.period().lastDay());
        return post.unit();
    }

    private static String plain(BigDecimal points) {
        return points.signum() == 0 ? "0" : points.stripTrailingZeros().toPlainString();
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '\\' -> escaped.append("\\\\");
                case '\t' -> escaped.append("\\t");
                case '\n' -> escaped.append("\\n");
                case '\r' -> escaped.append("\\r");
                default -> escaped.append(text.charAt(i));
            }
        }
        return escaped.toString();
    }
}
