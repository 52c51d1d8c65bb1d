package org.cadreledger.reference;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cadreledger.cadre.CadreEvent.CadreTransferredIn;
import org.cadreledger.catalogue.Catalogue;
import org.cadreledger.catalogue.CatalogueEvent.CatalogueDrafted;
import org.cadreledger.catalogue.CatalogueEvent.CataloguePublished;
import org.cadreledger.ledger.Entry;
import org.cadreledger.ledger.LedgerEvent;
import org.cadreledger.ledger.LedgerEvent.ClaimApproved;
import org.cadreledger.ledger.LedgerEvent.CorrectionPosted;
import org.cadreledger.ledger.LedgerEvent.DeductionConfirmed;
import org.cadreledger.ledger.LedgerEvent.EntryReversed;
import org.cadreledger.ledger.LedgerEvent.GradePosted;
import org.cadreledger.log.Recorded;
import org.cadreledger.period.PeriodEvent.MonthClosed;
import org.cadreledger.time.Month;

/**
 * The reference for scores: domain.md "Score of a period" read aloud, over the raw log, one question at a time. Slow on
 * purpose; shares no rule with the code that it checks.
 */
final class SlowBooks {
    private final History history;
    private final List<Recorded<?>> known;
    private final List<Recorded<?>> closings = new ArrayList<>();
    private final Map<String, List<Recorded<?>>> mine = new HashMap<>();

    /** @param month yyyy-MM */
    record Line(String id, String section, String matter, BigDecimal points, String month) {}

    /** @param lines for each entry: id, month, whether it counts, what supersedes it */
    record SlowScore(
            BigDecimal base,
            BigDecimal bonus,
            BigDecimal deduct,
            Map<String, BigDecimal> deducted,
            Map<String, String> lines) {
        BigDecimal total() {
            return base.add(bonus).subtract(deduct);
        }
    }

    SlowBooks(History history, long guard) {
        this.history = history;
        this.known = history.before(guard);
        for (Recorded<?> recorded : known) {
            if (!history.county().equals(recorded.jurisdiction())) {
                continue;
            }
            if (recorded.event() instanceof MonthClosed) {
                closings.add(recorded);
            } else if (recorded.event() instanceof LedgerEvent e) {
                mine.computeIfAbsent(e.cadreId(), each -> new ArrayList<>()).add(recorded);
            } else if (recorded.event() instanceof CadreTransferredIn e) {
                mine.computeIfAbsent(e.cadreId(), each -> new ArrayList<>()).add(recorded);
            }
        }
    }

    /** Every entry of a cadre that stands, in the order of the log, with the month that this order gives it. */
    List<Line> linesOf(String cadreId) {
        Map<String, Line> standing = new LinkedHashMap<>();
        for (Recorded<?> recorded : mine.getOrDefault(cadreId, List.of())) {
            Object event = recorded.event();
            if (event instanceof EntryReversed e) {
                standing.remove(e.entryId());
            } else if (event instanceof CadreTransferredIn e) {
                for (Entry entry : e.entries()) {
                    standing.putIfAbsent(
                            entry.entryId(), line(entry, entry.countsIn().toString()));
                }
            } else if (entryIn(event) != null) {
                Entry entry = entryIn(event);
                String month = entry.declaredFor().toString();
                while (!entry.fixed() && closedBefore(recorded, month)) {
                    month = Month.parse(month).next().toString();
                }
                standing.put(entry.entryId(), line(entry, month));
            }
        }
        return List.copyOf(standing.values());
    }

    private boolean closedBefore(Recorded<?> recorded, String month) {
        return closings.stream()
                .anyMatch(closing -> closing.guard() < recorded.guard()
                        && ((MonthClosed) closing.event()).month().toString().equals(month));
    }

    private static Entry entryIn(Object event) {
        return switch (event) {
            case ClaimApproved e -> e.entry();
            case DeductionConfirmed e -> e.entry();
            case CorrectionPosted e -> e.entry();
            case GradePosted e -> e.entry();
            default -> null;
        };
    }

    private static Line line(Entry entry, String month) {
        String section = entry.item() == null ? entry.kind().name() : entry.item();
        String matter = Normalizer.normalize(entry.matter(), Normalizer.Form.NFC)
                .replaceAll("[\\s\\u00a0\\u3000]+", " ")
                .replaceAll("^ | $", "");
        return new Line(entry.entryId(), section, matter, entry.points().toDecimal(), month);
    }

    /** The formula over the entries whose month is one of {@code months}; caps and items of the last of them. */
    SlowScore score(List<Line> all, List<String> months) {
        List<Line> lines =
                all.stream().filter(line -> months.contains(line.month())).toList();
        Catalogue catalogue = catalogueOf(Month.parse(months.getLast()));
        BigDecimal base = BigDecimal.ZERO;
        Map<String, BigDecimal> deducted = new LinkedHashMap<>();
        for (Catalogue.BaseItem item : catalogue.baseItems()) {
            BigDecimal max = item.max().toDecimal();
            BigDecimal left =
                    max.subtract(sumOfHighest(lines, item.item(), null)).max(BigDecimal.ZERO);
            base = base.add(left);
            deducted.put(item.item(), max.subtract(left));
        }
        BigDecimal cap = catalogue.matterCap().toDecimal();
        BigDecimal bonus = sumOfHighest(lines, "BONUS", cap);
        BigDecimal deduct = sumOfHighest(lines, "DEDUCTION", null);
        Map<String, String> verdicts = new LinkedHashMap<>();
        for (Line line : lines) {
            verdicts.put(line.id(), verdict(line, lines, deducted.keySet()));
        }
        return new SlowScore(base, bonus, deduct, deducted, verdicts);
    }

    /** Σ over matters of min(cap, max of the matter). */
    private static BigDecimal sumOfHighest(List<Line> lines, String section, BigDecimal cap) {
        Set<String> matters = new LinkedHashSet<>();
        lines.stream().filter(line -> line.section().equals(section)).forEach(line -> matters.add(line.matter()));
        BigDecimal sum = BigDecimal.ZERO;
        for (String matter : matters) {
            BigDecimal highest = lines.stream()
                    .filter(line ->
                            line.section().equals(section) && line.matter().equals(matter))
                    .map(Line::points)
                    .reduce(BigDecimal.ZERO, BigDecimal::max);
            sum = sum.add(cap == null ? highest : highest.min(cap));
        }
        return sum;
    }

    /** An entry counts when no other of its matter is higher and none as high is earlier. */
    private static String verdict(Line line, List<Line> lines, Set<String> items) {
        List<Line> rivals = lines.stream()
                .filter(other ->
                        other.section().equals(line.section()) && other.matter().equals(line.matter()))
                .toList();
        for (Line rival : rivals) {
            boolean beatsAll = rivals.stream().allMatch(other -> {
                int order = rival.points().compareTo(other.points());
                return order > 0 || (order == 0 && rivals.indexOf(rival) <= rivals.indexOf(other));
            });
            if (beatsAll && !rival.id().equals(line.id())) {
                return line.month() + " superseded by " + rival.id();
            }
        }
        boolean inTheCatalogue =
                line.section().equals("BONUS") || line.section().equals("DEDUCTION") || items.contains(line.section());
        return line.month() + (inTheCatalogue ? " counted" : " without an item");
    }

    /** The sum of the quarters of a year that have books. An entry counts when it counts in one of them. */
    SlowScore sum(List<SlowScore> quarters, List<Line> all) {
        BigDecimal base = BigDecimal.ZERO;
        BigDecimal bonus = BigDecimal.ZERO;
        BigDecimal deduct = BigDecimal.ZERO;
        Map<String, BigDecimal> deducted = new LinkedHashMap<>();
        Map<String, String> verdicts = new LinkedHashMap<>();
        for (SlowScore quarter : quarters) {
            base = base.add(quarter.base());
            bonus = bonus.add(quarter.bonus());
            deduct = deduct.add(quarter.deduct());
            quarter.deducted().forEach((item, points) -> deducted.merge(item, points, BigDecimal::add));
        }
        for (Line line : all) {
            for (SlowScore quarter : quarters) {
                String verdict = quarter.lines().get(line.id());
                String before = verdicts.get(line.id());
                if (verdict != null && (before == null || !before.endsWith(" counted"))) {
                    verdicts.put(line.id(), verdict);
                }
            }
        }
        return new SlowScore(base, bonus, deduct, deducted, verdicts);
    }

    /** The latest version in force: effective latest, then numbered highest. */
    private Catalogue catalogueOf(Month month) {
        Map<Integer, Catalogue> drafts = new LinkedHashMap<>();
        List<CataloguePublished> candidates = new ArrayList<>();
        for (Recorded<?> recorded : known) {
            if (recorded.event() instanceof CatalogueDrafted e) {
                drafts.put(e.version(), e.catalogue());
            } else if (recorded.event() instanceof CataloguePublished e
                    && (e.jurisdiction() == null || e.jurisdiction().equals(history.county()))
                    && (e.effectiveFrom() == null
                            || e.effectiveFrom().toString().compareTo(month.toString()) <= 0)) {
                candidates.add(e);
            }
        }
        CataloguePublished best = candidates.getFirst();
        for (CataloguePublished candidate : candidates) {
            String own = candidate.effectiveFrom() == null
                    ? ""
                    : candidate.effectiveFrom().toString();
            String other =
                    best.effectiveFrom() == null ? "" : best.effectiveFrom().toString();
            if (own.compareTo(other) > 0 || (own.equals(other) && candidate.version() > best.version())) {
                best = candidate;
            }
        }
        return drafts.get(best.version());
    }
}
