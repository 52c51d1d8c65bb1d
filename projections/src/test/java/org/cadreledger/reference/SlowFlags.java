package org.cadreledger.reference;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.cadreledger.consequence.ConsequenceEvent.ConsequenceHandled;
import org.cadreledger.consequence.ConsequenceEvent.PriorityConfirmed;
import org.cadreledger.log.Recorded;

/** The reference for flags: domain.md "Consequences" as conditions on windows of lists, no running count anywhere. */
final class SlowFlags {
    /** @param lists by cadre id: TOP, BOTTOM or empty; ranked cadres only */
    record Seen(String period, int revision, long guard, Instant at, boolean isFinal, Map<String, String> lists) {}

    private final List<Seen> boards;

    SlowFlags(List<Seen> boards) {
        this.boards = boards;
    }

    /** A flag: cadre, flag and periods as text, and the boards behind it. */
    record Flag(String cadreId, String name, List<Seen> basis) {
        String key() {
            return cadreId + " " + name + " " + basis.getLast().period();
        }

        String line(boolean withdrawn, String document, String reason) {
            Instant at = basis.stream().map(Seen::at).reduce(Instant.MIN, (a, b) -> a.isAfter(b) ? a : b);
            boolean provisional = basis.stream().anyMatch(board -> !board.isFinal());
            List<String> periods = basis.stream().map(Seen::period).toList();
            return cadreId + " " + name + " " + periods + " " + at + " " + provisional + " " + withdrawn + " "
                    + document + " " + reason;
        }
    }

    /** All flags that the boards before a guard give. */
    List<Flag> asAt(long guard) {
        TreeMap<String, Seen> latest = new TreeMap<>();
        for (Seen board : boards) {
            Seen other = latest.get(board.period());
            if (board.guard() < guard && (other == null || other.revision() < board.revision())) {
                latest.put(board.period(), board);
            }
        }
        TreeSet<String> ids = new TreeSet<>();
        latest.values().forEach(board -> ids.addAll(board.lists().keySet()));
        List<Flag> flags = new ArrayList<>();
        for (String id : ids) {
            List<Seen> ranked = latest.values().stream()
                    .filter(board -> board.lists().containsKey(id))
                    .toList();
            ofQuarters(id, ranked.stream().filter(b -> b.period().contains("Q")).toList(), flags);
            ofYears(id, ranked.stream().filter(b -> !b.period().contains("Q")).toList(), flags);
        }
        return flags;
    }

    private static void ofQuarters(String id, List<Seen> quarters, List<Flag> flags) {
        TreeMap<String, List<Seen>> tops = new TreeMap<>();
        for (int i = 0; i < quarters.size(); i++) {
            Seen quarter = quarters.get(i);
            String year = quarter.period().substring(0, 4);
            if (quarter.lists().get(id).equals("TOP")) {
                tops.computeIfAbsent(year, each -> new ArrayList<>()).add(quarter);
            }
            if (bottoms(id, quarters, i, 3) && !bottoms(id, quarters, i, 4)) {
                flags.add(new Flag(id, "TALK", quarters.subList(i - 2, i + 1)));
            }
            if (bottoms(id, quarters, i, 4)) {
                boolean earlierInTheYear = false;
                for (int j = 0; j < i; j++) {
                    earlierInTheYear |= quarters.get(j).period().startsWith(year) && bottoms(id, quarters, j, 4);
                }
                if (!earlierInTheYear) {
                    flags.add(new Flag(id, "AWARD_BAR", quarters.subList(i - 3, i + 1)));
                }
            }
        }
        tops.values().stream().filter(all -> all.size() == 4).forEach(all -> flags.add(new Flag(id, "PRIORITY", all)));
    }

    private static void ofYears(String id, List<Seen> years, List<Flag> flags) {
        for (int i = 0; i < years.size(); i++) {
            if (years.get(i).lists().get(id).equals("TOP")) {
                flags.add(new Flag(id, "ADVANCED", years.subList(i, i + 1)));
            }
            if (bottoms(id, years, i, 1)) {
                flags.add(new Flag(id, "LAST_PLACE", years.subList(i, i + 1)));
            }
            if (bottoms(id, years, i, 2) && !bottoms(id, years, i, 3)) {
                flags.add(new Flag(id, "ADMONITION", years.subList(i - 1, i + 1)));
            }
            if (bottoms(id, years, i, 3) && !bottoms(id, years, i, 4)) {
                flags.add(new Flag(id, "POST_ADJUSTMENT", years.subList(i - 2, i + 1)));
            }
        }
    }

    /** Whether the {@code n} ranked periods that end with the {@code i}-th are all bottom. */
    private static boolean bottoms(String id, List<Seen> periods, int i, int n) {
        return i + 1 >= n
                && periods.subList(i + 1 - n, i + 1).stream()
                        .allMatch(period -> period.lists().get(id).equals("BOTTOM"));
    }

    /** What is listed in the end, sorted as text. */
    List<String> listed(List<Recorded<ConsequenceHandled>> handled, List<Recorded<PriorityConfirmed>> confirmed) {
        Map<String, String> reasons = new TreeMap<>();
        confirmed.forEach(each -> reasons.put(
                each.event().cadreId() + each.event().year(), each.event().reason()));
        Map<String, Recorded<ConsequenceHandled>> done = new TreeMap<>();
        handled.forEach(each -> done.put(
                each.event().cadreId() + " " + each.event().flag() + " "
                        + each.event().period(),
                each));
        List<String> listed = new ArrayList<>();
        List<Flag> now = asAt(Long.MAX_VALUE);
        for (Flag flag : now) {
            Recorded<ConsequenceHandled> handling = done.remove(flag.key());
            listed.add(flag.line(false, documentOf(handling), reasonOf(flag, reasons)));
        }
        for (Map.Entry<String, Recorded<ConsequenceHandled>> rest : done.entrySet()) {
            List<Flag> had = asAt(rest.getValue().guard()).stream()
                    .filter(flag -> flag.key().equals(rest.getKey()))
                    .toList();
            had.forEach(flag -> listed.add(flag.line(true, documentOf(rest.getValue()), reasonOf(flag, reasons))));
            if (had.isEmpty()) {
                listed.add(rest.getKey() + " without a basis");
            }
        }
        listed.sort(null);
        return listed;
    }

    private static String reasonOf(Flag flag, Map<String, String> reasons) {
        String year = flag.basis().getLast().period().substring(0, 4);
        return flag.name().equals("PRIORITY") ? reasons.get(flag.cadreId() + year) : null;
    }

    private static String documentOf(Recorded<ConsequenceHandled> handling) {
        return handling == null ? null : handling.event().document();
    }
}
