package org.cadreledger.ledger.pages;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cadreledger.ledger.Entry.EntryKind;
import org.cadreledger.ledger.ItemStory;
import org.cadreledger.ledger.LedgerStatement;
import org.cadreledger.points.Points;
import org.jspecify.annotations.Nullable;

/**
 * A statement as an itemised bill.
 *
 * @param waiting what is not decided yet and would count in the period; empty as at an earlier time
 * @param reversed entries that counted in the period until they were reversed
 * @param refused claims and entries for the period that came to nothing
 */
record Bill(
        LedgerStatement statement,
        List<Base> base,
        List<Line> bonuses,
        List<Line> deductions,
        List<StoryView> waiting,
        List<StoryView> reversed,
        List<StoryView> refused) {
    /**
     * @param counts the points that it brings or takes: less than its own where the cap of a matter holds
     * @param story null when the books of the cadre know it only by its entry
     * @param instead the entry of the same matter that counts instead
     */
    record Line(
            LedgerStatement.Line entry,
            Points counts,
            @Nullable StoryView story,
            LedgerStatement.@Nullable Line instead) {
        public boolean isCapped() {
            return entry.counted() && counts.compareTo(entry.points()) < 0;
        }
    }

    /** @param left of the item's most */
    record Base(LedgerStatement.Item item, Points left, List<Line> lines) {}

    /**
     * @param cap the most that one matter brings
     * @param now whether the statement shows the present
     */
    static Bill of(LedgerStatement statement, List<StoryView> stories, Points cap, boolean now) {
        Map<String, StoryView> byId = new HashMap<>();
        stories.forEach(view -> byId.put(view.story().itemId(), view));
        Map<String, LedgerStatement.Line> entries = new HashMap<>();
        statement.entries().forEach(entry -> entries.put(entry.entryId(), entry));
        List<Line> lines = statement.entries().stream()
                .map(entry -> new Line(
                        entry,
                        entry.kind() == EntryKind.BONUS ? Points.min(entry.points(), cap) : entry.points(),
                        byId.get(entry.entryId()),
                        entry.supersededBy() == null ? null : entries.get(entry.supersededBy())))
                .toList();
        List<StoryView> waiting = new ArrayList<>();
        List<StoryView> reversed = new ArrayList<>();
        List<StoryView> refused = new ArrayList<>();
        for (StoryView view : now ? stories : List.<StoryView>of()) {
            sort(view, statement, waiting, reversed, refused);
        }
        return new Bill(
                statement,
                statement.items().stream().map(item -> base(item, lines)).toList(),
                of(EntryKind.BONUS, lines),
                of(EntryKind.DEDUCTION, lines),
                waiting,
                reversed,
                refused);
    }

    private static void sort(
            StoryView view,
            LedgerStatement statement,
            List<StoryView> waiting,
            List<StoryView> reversed,
            List<StoryView> refused) {
        ItemStory story = view.story();
        if (story.reversed() != null) {
            if (story.countsIn() != null && statement.period().contains(story.countsIn())) {
                reversed.add(view);
            }
        } else if (statement.period().contains(story.month())) {
            switch (story.state()) {
                case DECLARED, SCORED, RETURNED, UNCONFIRMED -> waiting.add(view);
                case REJECTED, WITHDRAWN, DISMISSED -> refused.add(view);
                case APPROVED, CONFIRMED, POSTED -> {} // they stand in the statement
            }
        }
    }

    private static List<Line> of(EntryKind kind, List<Line> lines) {
        return lines.stream().filter(line -> line.entry().kind() == kind).toList();
    }

    private static Base base(LedgerStatement.Item item, List<Line> lines) {
        return new Base(
                item,
                item.max().minus(item.deducted()),
                lines.stream()
                        .filter(line -> line.entry().kind() == EntryKind.BASE
                                && item.item().equals(line.entry().item()))
                        .toList());
    }
}
