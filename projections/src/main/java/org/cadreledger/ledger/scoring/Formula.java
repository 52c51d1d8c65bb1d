package org.cadreledger.ledger.scoring;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.cadreledger.catalogue.Catalogue;
import org.cadreledger.catalogue.Catalogue.BaseItem;
import org.cadreledger.ledger.Entry;
import org.cadreledger.ledger.Entry.EntryKind;
import org.cadreledger.ledger.LedgerStatement;
import org.cadreledger.ledger.scoring.Score.JudgedEntry;
import org.cadreledger.points.Points;
import org.jspecify.annotations.Nullable;

/** The formula of domain.md "Score of a period", over entries that are known to count in the period. */
final class Formula {
    /** Where the same matter counts once: the bonuses, the deductions, or one base item. */
    private record Occasion(EntryKind section, @Nullable String item, String matter) {
        static Occasion of(Entry entry) {
            return new Occasion(entry.kind(), entry.item(), Matters.comparable(entry.matter()));
        }
    }

    private Formula() {}

    /** @param entries in the order of the log */
    static Score score(Catalogue catalogue, List<CountingEntry> entries) {
        List<Occasion> occasions = new ArrayList<>(entries.size());
        Map<Occasion, Entry> standing = new HashMap<>();
        for (CountingEntry counting : entries) {
            Occasion occasion = Occasion.of(counting.entry());
            occasions.add(occasion);
            standing.merge(occasion, counting.entry(), Formula::higherOrEarlier);
        }
        Points bonus = Points.ZERO;
        Points deduct = Points.ZERO;
        Map<String, Points> fromItems = new HashMap<>();
        for (Entry entry : standing.values()) {
            switch (entry.kind()) {
                case BONUS -> bonus = bonus.plus(capped(entry.points(), catalogue));
                case DEDUCTION -> deduct = deduct.plus(entry.points());
                case BASE -> fromItems.merge(itemOf(entry), entry.points(), Points::plus);
            }
        }
        List<LedgerStatement.Item> items = items(catalogue, fromItems);
        return new Score(baseLeft(items), bonus, deduct, items, judge(catalogue, entries, occasions, standing));
    }

    /** Same matter: the highest only; at equal points the earlier (source 004, III (2), (3); domain.md). */
    private static Entry higherOrEarlier(Entry earlier, Entry later) {
        return later.points().compareTo(earlier.points()) > 0 ? later : earlier;
    }

    /** One matter brings at most the catalogue's cap, 10 points in source 004, III (2). */
    private static Points capped(Points points, Catalogue catalogue) {
        return Points.min(points, catalogue.matterCap());
    }

    /** An item is never below zero (domain.md): no more is deducted than it has. */
    private static List<LedgerStatement.Item> items(Catalogue catalogue, Map<String, Points> fromItems) {
        List<LedgerStatement.Item> items = new ArrayList<>(catalogue.baseItems().size());
        for (BaseItem base : catalogue.baseItems()) {
            Points asked = fromItems.getOrDefault(base.item(), Points.ZERO);
            items.add(new LedgerStatement.Item(base.item(), base.max(), Points.min(asked, base.max())));
        }
        return items;
    }

    private static Points baseLeft(List<LedgerStatement.Item> items) {
        Points left = Points.ZERO;
        for (LedgerStatement.Item item : items) {
            left = left.plus(item.max()).minus(item.deducted());
        }
        return left;
    }

    private static List<JudgedEntry> judge(
            Catalogue catalogue, List<CountingEntry> entries, List<Occasion> occasions, Map<Occasion, Entry> standing) {
        List<JudgedEntry> judged = new ArrayList<>(entries.size());
        for (int i = 0; i < entries.size(); i++) {
            CountingEntry counting = entries.get(i);
            Entry best = Objects.requireNonNull(standing.get(occasions.get(i)));
            boolean stands = best.entryId().equals(counting.entry().entryId());
            judged.add(new JudgedEntry(counting, stands && hasPlace(catalogue, best), stands ? null : best.entryId()));
        }
        return judged;
    }

    /** A deduction from an item that the catalogue in force has no more makes no difference. */
    private static boolean hasPlace(Catalogue catalogue, Entry entry) {
        return entry.kind() != EntryKind.BASE
                || catalogue.baseItem(itemOf(entry)).isPresent();
    }

    private static String itemOf(Entry entry) {
        return Objects.requireNonNull(entry.item(), "a deduction from the base names its item");
    }
}
