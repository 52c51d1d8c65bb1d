package org.cadreledger.ledger.desk.pages;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.cadreledger.board.BoardSettings.QuarterScoring;
import org.cadreledger.board.BoardSettings.YearScoring;
import org.cadreledger.cadre.register.CadreFile;
import org.cadreledger.facts.FreshFolds;
import org.cadreledger.jurisdiction.settings.County;
import org.cadreledger.ledger.Entry;
import org.cadreledger.ledger.ItemStory;
import org.cadreledger.ledger.LedgerStatement;
import org.cadreledger.ledger.Ledgers;
import org.cadreledger.ledger.scoring.CountingEntry;
import org.cadreledger.ledger.scoring.PeriodScoring;
import org.cadreledger.ledger.scoring.Score;
import org.cadreledger.points.Points;
import org.cadreledger.refusal.Reason;
import org.cadreledger.refusal.Refusal;
import org.cadreledger.time.Month;
import org.cadreledger.time.Period;
import org.cadreledger.time.Year;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What an item would do to the totals of its month, quarter and year, by the scoring itself: the same matter counts once. */
@Component("deskEffects")
class Effects {
    private final Ledgers ledgers;
    private final FreshFolds folds;
    private final PeriodScoring.Modes modes;

    Effects(
            Ledgers ledgers,
            FreshFolds folds,
            @Value("${ledger.scoring.quarter:PERIOD}") QuarterScoring quarter,
            @Value("${ledger.scoring.year:PERIOD}") YearScoring year) {
        this.ledgers = ledgers;
        this.folds = folds;
        this.modes = new PeriodScoring.Modes(quarter, year);
    }

    /**
     * Totals without and with a change.
     *
     * @param instead the entry of the same matter that counts in the place of the item; null when the item counts
     */
    public record Effect(
            Period period,
            Points before,
            Points after,
            @Nullable Rival instead) {
        public Points change() {
            return after.minus(before);
        }
    }

    /** Another entry of the same matter. */
    public record Rival(@Nullable String rule, @Nullable String level, Points points, Month month, String matter) {}

    /** What a change would do, by period, and the month that it would count in. */
    public record Outlook(Month month, List<Effect> effects) {}

    /** If the item were approved or confirmed now. */
    Outlook of(ItemStory item, Instant now) {
        Month month = countingMonth(item.cadreId(), item.month(), now);
        Entry entry = new Entry(
                item.itemId(),
                item.kind(),
                item.rule(),
                item.level(),
                item.item(),
                item.catalogue(),
                item.matter(),
                item.points().now(),
                month,
                month,
                false);
        List<CountingEntry> before = entries(item.cadreId(), month.year());
        List<CountingEntry> after = new ArrayList<>(before);
        after.add(new CountingEntry(entry, month, now, Long.MAX_VALUE));
        return outlook(item.cadreId(), month, before, after, item.itemId());
    }

    /** If the entry were reversed now. */
    Outlook without(String cadreId, String entryId, Month month) {
        List<CountingEntry> before = entries(cadreId, month.year());
        List<CountingEntry> after = before.stream()
                .filter(counting -> !counting.entry().entryId().equals(entryId))
                .toList();
        return outlook(cadreId, month, before, after, entryId);
    }

    private Outlook outlook(
            String cadreId, Month month, List<CountingEntry> before, List<CountingEntry> after, String entryId) {
        PeriodScoring scoring = scoring(county(cadreId));
        List<Effect> effects = new ArrayList<>();
        for (Period period : List.of(month, month.quarter(), new Year(month.year()))) {
            Score with = scoring.score(period, after);
            effects.add(new Effect(period, scoring.score(period, before).total(), with.total(), rival(with, entryId)));
        }
        return new Outlook(month, effects);
    }

    private static @Nullable Rival rival(Score score, String entryId) {
        String instead = score.entries().stream()
                .filter(judged -> judged.counting().entry().entryId().equals(entryId))
                .findFirst()
                .map(Score.JudgedEntry::supersededBy)
                .orElse(null);
        return score.entries().stream()
                .filter(judged -> judged.counting().entry().entryId().equals(instead))
                .findFirst()
                .map(judged -> new Rival(
                        judged.counting().entry().rule(),
                        judged.counting().entry().level(),
                        judged.counting().entry().points(),
                        judged.counting().month(),
                        judged.counting().entry().matter()))
                .orElse(null);
    }

    /** domain.md "Score of a period": the month it is for, or the earliest one that is still open. */
    private Month countingMonth(String cadreId, Month month, Instant now) {
        County county = county(cadreId);
        Month open = folds.periods(county, now).earliestOpen(county.settings().firstMonth());
        return month.isBefore(open) ? open : month;
    }

    private County county(String cadreId) {
        CadreFile file = folds.cadre(cadreId);
        String county = file.exists() ? file.current().jurisdiction() : null;
        if (county == null) {
            throw Refusal.of(Reason.UNKNOWN_CADRE, cadreId);
        }
        return folds.county(county);
    }

    private PeriodScoring scoring(County county) {
        String code = county.settings().jurisdiction();
        return new PeriodScoring(
                modes,
                county.settings().firstMonth(),
                month -> folds.catalogues()
                        .inForce(month, code)
                        .orElseThrow(() -> Refusal.of(Reason.UNKNOWN_CATALOGUE, month)));
    }

    private List<CountingEntry> entries(String cadreId, int year) {
        return ledgers.statement(cadreId, new Year(year), null).entries().stream()
                .map(Effects::counting)
                .toList();
    }

    private static CountingEntry counting(LedgerStatement.Line line) {
        Entry entry = new Entry(
                line.entryId(),
                line.kind(),
                line.rule(),
                line.level(),
                line.item(),
                line.catalogue(),
                line.matter(),
                line.points(),
                line.month(),
                line.month(),
                false);
        return new CountingEntry(entry, line.month(), line.postedAt(), line.position());
    }
}
