package org.cadreledger.period.book;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.cadreledger.ledger.Entry;
import org.cadreledger.log.Recorded;
import org.cadreledger.period.PeriodEvent;
import org.cadreledger.period.PeriodEvent.BoardPublished;
import org.cadreledger.period.PeriodEvent.BoardSealed;
import org.cadreledger.period.PeriodEvent.MonthClosed;
import org.cadreledger.period.PeriodEvent.ObjectionAnswered;
import org.cadreledger.period.PeriodEvent.ObjectionRaised;
import org.cadreledger.period.PeriodEvent.PeriodFinalised;
import org.cadreledger.time.Month;
import org.cadreledger.time.Period;
import org.jspecify.annotations.Nullable;

/**
 * How far the periods of a county are, over all years. Immutable. Positions are guards ({@link Recorded#guard()}).
 *
 * @param closings guard of the closing of each closed month; months close in order
 */
public record PeriodBook(
        NavigableMap<Month, Long> closings, Map<Period, BoardState> boards, Map<String, ObjectionState> objections) {
    public static final PeriodBook EMPTY = new PeriodBook(new TreeMap<>(), Map.of(), Map.of());

    /** @param answered null while open; objection ids are unique in a county */
    public record ObjectionState(
            Recorded<ObjectionRaised> raised, @Nullable Recorded<ObjectionAnswered> answered) {}

    public PeriodBook evolve(Recorded<? extends PeriodEvent> recorded) {
        return switch (recorded.event()) {
            case MonthClosed closed -> {
                NavigableMap<Month, Long> next = new TreeMap<>(closings);
                next.put(closed.month(), recorded.guard());
                yield new PeriodBook(next, boards, objections);
            }
            case BoardPublished e -> withBoard(e.period(), board(e.period()).published(recorded.with(e)));
            case BoardSealed e -> withBoard(e.period(), board(e.period()).sealed(e));
            case PeriodFinalised e -> withBoard(e.period(), board(e.period()).finalised(recorded.guard()));
            case ObjectionRaised e -> withObjection(e.objectionId(), new ObjectionState(recorded.with(e), null));
            case ObjectionAnswered e ->
                objections.containsKey(e.objectionId())
                        ? withObjection(
                                e.objectionId(),
                                new ObjectionState(
                                        objections.get(e.objectionId()).raised(), recorded.with(e)))
                        : this;
        };
    }

    public boolean isClosed(Month month) {
        return closings.containsKey(month);
    }

    /** The earliest month that is not closed. */
    public Month earliestOpen(Month firstMonth) {
        return closings.isEmpty() ? firstMonth : closings.lastKey().next();
    }

    /**
     * The month in which an entry counts that the log holds at {@code guard}: the one it was declared for, or the
     * earliest that was still open there (domain.md "Score of a period"; the order of the log decides). Never before the
     * month that the decision gave it, which rests on closings before {@code guard}.
     */
    public Month countingMonth(Entry entry, long guard) {
        if (entry.fixed()) {
            return entry.declaredFor();
        }
        Month month = entry.countsIn().isAfter(entry.declaredFor()) ? entry.countsIn() : entry.declaredFor();
        while (closings.containsKey(month) && closings.get(month) < guard) {
            month = month.next();
        }
        return month;
    }

    public BoardState board(Period period) {
        return boards.getOrDefault(period, BoardState.NONE);
    }

    public Optional<ObjectionState> objection(String objectionId) {
        return Optional.ofNullable(objections.get(objectionId));
    }

    public Stream<ObjectionState> objectionsOf(Period period) {
        Collection<ObjectionState> all = objections.values();
        return all.stream().filter(state -> state.raised().event().period().equals(period));
    }

    private PeriodBook withBoard(Period period, BoardState state) {
        Map<Period, BoardState> next = new HashMap<>(boards);
        next.put(period, state);
        return new PeriodBook(closings, next, objections);
    }

    private PeriodBook withObjection(String id, ObjectionState state) {
        Map<String, ObjectionState> next = new HashMap<>(objections);
        next.put(id, state);
        return new PeriodBook(closings, boards, next);
    }
}
