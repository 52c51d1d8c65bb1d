package org.cadreledger.ledger.scoring;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.cadreledger.board.BoardSettings;
import org.cadreledger.board.BoardSettings.QuarterScoring;
import org.cadreledger.board.BoardSettings.YearScoring;
import org.cadreledger.catalogue.Catalogue;
import org.cadreledger.ledger.LedgerStatement;
import org.cadreledger.ledger.scoring.Score.JudgedEntry;
import org.cadreledger.points.Points;
import org.cadreledger.time.Month;
import org.cadreledger.time.Period;
import org.cadreledger.time.Quarter;
import org.cadreledger.time.Year;
import org.jspecify.annotations.Nullable;

/**
 * How months, quarters and years are scored in a county: which entries a period is judged on.
 *
 * @param booksFrom first month of the county's books; null when no quarter lies before them. Only the sum of quarters
 *     asks: a quarter before the books has no 100 base points to give
 * @param catalogueOf the catalogue in force in a month. A period takes that of its last month
 */
public record PeriodScoring(Modes modes, @Nullable Month booksFrom, Function<Month, Catalogue> catalogueOf) {

    /** The settings {@code ledger.scoring.quarter} and {@code ledger.scoring.year}. */
    public record Modes(QuarterScoring quarter, YearScoring year) {
        public static final Modes DEFAULT = new Modes(QuarterScoring.PERIOD, YearScoring.PERIOD);

        public static Modes of(BoardSettings settings) {
            return new Modes(settings.quarterScoring(), settings.yearScoring());
        }
    }

    /** @param ofYear in the order of the log, at least the entries that count in the period's year; others are passed over */
    public Score score(Period period, List<CountingEntry> ofYear) {
        return switch (period) {
            case Month month -> over(month, month, ofYear);
            case Quarter quarter -> over(judgedFrom(quarter), quarter.lastMonth(), ofYear);
            case Year year ->
                switch (modes.year()) {
                    case PERIOD -> over(year.firstMonth(), year.lastMonth(), ofYear);
                    case SUM_OF_QUARTERS -> sumOfQuarters(year, ofYear);
                };
        };
    }

    /** domain.md "Score of a period": a quarter is judged on its own entries, or on the year's so far. */
    private Month judgedFrom(Quarter quarter) {
        return switch (modes.quarter()) {
            case PERIOD -> quarter.firstMonth();
            case YEAR_TO_DATE -> new Month(quarter.year(), 1);
        };
    }

    private Score over(Month first, Month last, List<CountingEntry> entries) {
        List<CountingEntry> inside = new ArrayList<>(entries.size());
        for (CountingEntry counting : entries) {
            if (!counting.month().isBefore(first) && !counting.month().isAfter(last)) {
                inside.add(counting);
            }
        }
        return Formula.score(catalogueOf.apply(last), inside);
    }

    /** The sum of what the quarters are scored at, each in the quarters' own mode, so that it can be checked against their boards. */
    private Score sumOfQuarters(Year year, List<CountingEntry> ofYear) {
        List<Score> quarters = year.quarters().stream()
                .filter(quarter -> booksFrom == null || !quarter.lastMonth().isBefore(booksFrom))
                .map(quarter -> score(quarter, ofYear))
                .toList();
        Points base = Points.ZERO;
        Points bonus = Points.ZERO;
        Points deduct = Points.ZERO;
        for (Score quarter : quarters) {
            base = base.plus(quarter.base());
            bonus = bonus.plus(quarter.bonus());
            deduct = deduct.plus(quarter.deduct());
        }
        return new Score(base, bonus, deduct, itemsOf(quarters), judgedIn(quarters, ofYear));
    }

    private static List<LedgerStatement.Item> itemsOf(List<Score> quarters) {
        Map<String, LedgerStatement.Item> items = new LinkedHashMap<>();
        for (Score quarter : quarters) {
            for (LedgerStatement.Item item : quarter.items()) {
                items.merge(item.item(), item, PeriodScoring::together);
            }
        }
        return List.copyOf(items.values());
    }

    private static LedgerStatement.Item together(LedgerStatement.Item one, LedgerStatement.Item other) {
        return new LedgerStatement.Item(
                one.item(), one.max().plus(other.max()), one.deducted().plus(other.deducted()));
    }

    /** In the order of the log; an entry that several quarters look at counts when it counts in one of them. */
    private static List<JudgedEntry> judgedIn(List<Score> quarters, List<CountingEntry> ofYear) {
        Map<String, JudgedEntry> judged = new HashMap<>();
        for (Score quarter : quarters) {
            for (JudgedEntry entry : quarter.entries()) {
                judged.merge(idOf(entry.counting()), entry, (one, other) -> one.counted() ? one : other);
            }
        }
        return ofYear.stream()
                .map(counting -> judged.get(idOf(counting)))
                .filter(Objects::nonNull)
                .toList();
    }

    private static String idOf(CountingEntry counting) {
        return counting.entry().entryId();
    }
}
