package org.cadreledger.declaration.pages;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cadreledger.ledger.ItemStory;
import org.cadreledger.ledger.ItemStory.State;
import org.cadreledger.ledger.Ledgers.Declaration;
import org.cadreledger.ledger.pages.StoryView;
import org.cadreledger.points.Points;
import org.cadreledger.time.Month;
import org.jspecify.annotations.Nullable;

/**
 * A month of a cadre's declarations.
 *
 * @param closed whether its books are
 * @param declaration null while the cadre has not said that the month is complete
 * @param claims returned ones first, then the newest
 * @param drafted whether a half-filled claim is kept for it
 */
record DeclaredMonth(
        Month month,
        boolean closed,
        Reminder reminder,
        @Nullable Declaration declaration,
        List<StoryView> claims,
        boolean drafted) {
    static List<StoryView> claimsOf(Month month, List<StoryView> stories) {
        return stories.stream()
                .filter(view -> view.story().source() == ItemStory.Source.CLAIM
                        && view.story().month().equals(month))
                .sorted(Comparator.comparing(view -> view.story().state() != State.RETURNED))
                .toList();
    }

    /** How many claims there are in each state. */
    public Map<State, Long> counts() {
        Map<State, Long> counts = new TreeMap<>();
        claims.forEach(view -> counts.merge(view.story().state(), 1L, Long::sum));
        return counts;
    }

    public long returned() {
        return counts().getOrDefault(State.RETURNED, 0L);
    }

    /** What the claims that are still to be decided would bring, before the rule of the same matter. */
    public Points waiting() {
        return claims.stream()
                .map(StoryView::story)
                .filter(story -> story.state().isOpen())
                .map(story -> story.points().now())
                .reduce(Points.ZERO, Points::plus);
    }

    /** Something to do for the cadre. */
    public boolean isDue() {
        return !closed && (declaration == null || returned() > 0);
    }
}
