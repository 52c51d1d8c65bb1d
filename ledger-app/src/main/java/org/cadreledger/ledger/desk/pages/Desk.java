package org.cadreledger.ledger.desk.pages;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.cadreledger.access.Actor;
import org.cadreledger.ledger.DeskItem;
import org.cadreledger.ledger.ItemStory.State;
import org.cadreledger.ledger.PendingItem;
import org.cadreledger.ledger.PendingItems;
import org.cadreledger.ledger.PendingItems.DeskState;
import org.cadreledger.ledger.PendingItems.DeskView;
import org.cadreledger.read.PageRequest;
import org.cadreledger.web.Listing;
import org.cadreledger.web.Reach;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The list of a desk, and which item comes next. */
@Component
class Desk {
    /** So many lines a page: all of a usual month, and quick with many more. */
    private static final int LINES = 100;

    private final PendingItems items;
    private final Reach reach;
    private final Clock clock;

    Desk(PendingItems items, Reach reach, ObjectProvider<Clock> clock) {
        this.items = items;
        this.reach = reach;
        this.clock = clock.getIfAvailable(Clock::systemUTC);
    }

    /**
     * A line of the list.
     *
     * @param key for check boxes
     * @param why message {@code permit.<why>}: what stands against the usual next step; null for nothing
     */
    public record Line(
            PendingItem item,
            @Nullable String name,
            String unit,
            String key,
            String path,
            long days,
            @Nullable String why) {
        public boolean is(@Nullable String other) {
            return key.equals(other);
        }
    }

    /** One of the states that a desk of claims can show. */
    public record Tab(DeskState state, String path, int count, boolean here) {}

    /**
     * @param acts whether the reader decides here, and does not only read
     * @param first path of the first part; null on it. The same for the next
     */
    public record Shown(
            boolean acts,
            DeskFilter filter,
            DeskView view,
            List<Line> lines,
            String base,
            @Nullable String first,
            @Nullable String next) {
        public boolean narrowed() {
            return filter.narrowed();
        }

        public List<Integer> ages() {
            return DeskFilter.AGES;
        }

        /** Whether there is a line that can be approved together with others. */
        public boolean selectable() {
            return acts && filter.state() == DeskState.SCORED && lines.stream().anyMatch(line -> line.why() == null);
        }

        public List<Tab> tabs() {
            return Stream.of(DeskState.DECLARED, DeskState.SCORED, DeskState.RETURNED)
                    .map(state -> new Tab(
                            state,
                            base + filter.with(state).query(),
                            view.counts().of(state),
                            state == filter.state()))
                    .toList();
        }
    }

    Shown show(Actor actor, DeskFilter filter, String base) {
        DeskView view = view(actor, filter, LINES);
        String next = view.page().next();
        return new Shown(
                Permit.decides(actor),
                filter,
                view,
                lines(actor, view, filter, base),
                base,
                filter.after() == null ? null : base + filter.from(null).query(),
                next == null ? null : base + filter.from(next).query());
    }

    private DeskView view(Actor actor, DeskFilter filter, int limit) {
        PageRequest page = new PageRequest(limit, filter.after());
        String county = reach.countyOrAll(actor, null);
        List<DeskView> found = new ArrayList<>(1);
        Listing.page(page, () -> {
            found.add(items.desk(county, filter.at(clock.instant()), page));
            return found.getFirst().page();
        });
        return found.getFirst();
    }

    private List<Line> lines(Actor actor, DeskView view, DeskFilter filter, String base) {
        Instant now = clock.instant();
        return view.page().items().stream()
                .map(found -> line(actor, found, now, base, filter))
                .toList();
    }

    private static Line line(Actor actor, DeskItem found, Instant now, String base, DeskFilter filter) {
        PendingItem item = found.item();
        String key = item.cadreId() + "/" + item.itemId();
        return new Line(
                item,
                found.name(),
                found.unit(),
                key,
                base + "/" + key + filter.query(),
                Math.max(0, Duration.between(item.since(), now).toDays()),
                against(actor, item));
    }

    /** By what the list knows; the item's own page knows every claimant and scorer. */
    private static @Nullable String against(Actor actor, PendingItem item) {
        String scoredBy = item.scoredBy();
        Permit.Item known = new Permit.Item(
                item.cadreId(),
                item.status() == null
                        ? State.UNCONFIRMED
                        : State.valueOf(item.status().name()),
                Set.of(item.by()),
                scoredBy == null ? Set.of() : Set.of(scoredBy));
        List<Permit> permits = item.claim() ? Permit.ofClaim(actor, known) : Permit.ofEntry(actor, known);
        Act usual = !item.claim() ? Act.CONFIRM : known.state() == State.SCORED ? Act.APPROVE : Act.SCORE;
        return permits.stream()
                .filter(permit -> permit.act() == usual)
                .findFirst()
                .map(Permit::why)
                .orElse(null);
    }

    /**
     * Where to go on after an item: the next one that the actor can do something with, else the next one, else the list.
     *
     * @param key of the item that is done
     */
    String after(Actor actor, DeskFilter filter, String base, String key) {
        List<Line> lines = lines(actor, view(actor, filter, PageRequest.MOST), filter, base);
        int at = 0;
        while (at < lines.size() && !lines.get(at).is(key)) {
            at++;
        }
        List<Line> inTurn = new ArrayList<>(lines.subList(Math.min(at + 1, lines.size()), lines.size()));
        inTurn.addAll(lines.subList(0, at));
        return inTurn.stream()
                .filter(line -> line.why() == null)
                .findFirst()
                .or(() -> inTurn.stream().findFirst())
                .map(Line::path)
                .orElse(base + filter.query());
    }

    Instant now() {
        return clock.instant();
    }
}
