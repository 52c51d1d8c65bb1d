package org.cadreledger.ledger.outlook;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cadreledger.board.BoardSettings.QuarterScoring;
import org.cadreledger.board.BoardSettings.YearScoring;
import org.cadreledger.cadre.register.CadreFile;
import org.cadreledger.facts.FreshFolds;
import org.cadreledger.jurisdiction.settings.County;
import org.cadreledger.ledger.Entry;
import org.cadreledger.ledger.ItemStory;
import org.cadreledger.ledger.LedgerStatement;
import org.cadreledger.ledger.Ledgers;
import org.cadreledger.ledger.outlook.Outlook.Effect;
import org.cadreledger.ledger.scoring.CountingEntry;
import org.cadreledger.ledger.scoring.PeriodScoring;
import org.cadreledger.ledger.scoring.Score;
import org.cadreledger.ledger.scoring.Score.JudgedEntry;
import org.cadreledger.refusal.Reason;
import org.cadreledger.refusal.Refusal;
import org.cadreledger.time.Month;
import org.cadreledger.time.Period;
import org.cadreledger.time.Year;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Scores a cadre's periods with one entry more or less: the same matter counts once (domain.md "Score of a period"). */
@Component
public final class Outlooks {
    private final Ledgers ledgers;
    private final FreshFolds folds;
    private final PeriodScoring.Modes modes;

    Outlooks(
            Ledgers ledgers,
            FreshFolds folds,
            @Value("${ledger.scoring.quarter:PERIOD}") QuarterScoring quarter,
            @Value("${ledger.scoring.year:PERIOD}") YearScoring year) {
        this.ledgers = ledgers;
        this.folds = folds;
        this.modes = new PeriodScoring.Modes(quarter, year);
    }

    /**
     * If {@code entry} were posted now.
     *
     * @throws Refusal UNKNOWN_CADRE
     */
    public Outlook with(String cadreId, Entry entry, Instant now) {
        Month month = countingMonth(cadreId, entry.declaredFor(), now);
        List<LedgerStatement.Line> lines = lines(cadreId, month);
        List<CountingEntry> after = counting(lines);
        after.add(new CountingEntry(entry, month, Instant.MAX, Long.MAX_VALUE));
        return outlook(cadreId, month, lines, after, entry.entryId());
    }

    /**
     * If what waits were approved or confirmed now.
     *
     * @throws Refusal UNKNOWN_CADRE
     */
    public Outlook with(ItemStory item, Instant now) {
        Entry entry = new Entry(
                item.itemId(),
                item.kind(),
                item.rule(),
                item.level(),
                item.item(),
                item.catalogue(),
                item.matter(),
                item.points().now(),
                item.month(),
                item.month(),
                false);
        return with(item.cadreId(), entry, now);
    }

    /**
     * If an entry were reversed now.
     *
     * @param month that it counts in
     * @throws Refusal UNKNOWN_CADRE
     */
    public Outlook without(String cadreId, String entryId, Month month) {
        List<LedgerStatement.Line> lines = lines(cadreId, month);
        List<CountingEntry> after = counting(lines);
        after.removeIf(left -> left.entry().entryId().equals(entryId));
        return outlook(cadreId, month, lines, after, entryId);
    }

    private Outlook outlook(
            String cadreId, Month month, List<LedgerStatement.Line> lines, List<CountingEntry> after, String entryId) {
        PeriodScoring scoring = scoring(county(cadreId));
        List<Effect> effects = new ArrayList<>();
        for (Period period : List.of(month, month.quarter(), new Year(month.year()))) {
            Score before = scoring.score(period, counting(lines));
            Score then = scoring.score(period, after);
            effects.add(new Effect(
                    period,
                    before.total(),
                    then.total(),
                    line(lines, replaced(before, then, entryId)),
                    line(
                            lines,
                            judged(then, entryId).map(JudgedEntry::supersededBy).orElse(null))));
        }
        return new Outlook(month, effects);
    }

    private static Optional<JudgedEntry> judged(Score score, String entryId) {
        return score.entries().stream()
                .filter(judged -> judged.counting().entry().entryId().equals(entryId))
                .findFirst();
    }

    /** What counted before and is superseded by the entry then. */
    private static @Nullable String replaced(Score before, Score then, String entryId) {
        return then.entries().stream()
                .filter(judged -> entryId.equals(judged.supersededBy()))
                .map(judged -> judged.counting().entry().entryId())
                .filter(id -> judged(before, id).map(JudgedEntry::counted).orElse(false))
                .findFirst()
                .orElse(null);
    }

    private static LedgerStatement.@Nullable Line line(List<LedgerStatement.Line> lines, @Nullable String entryId) {
        return lines.stream()
                .filter(line -> line.entryId().equals(entryId))
                .findFirst()
                .orElse(null);
    }

    /** The month that it is for, or the earliest one that is still open. */
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

    private List<LedgerStatement.Line> lines(String cadreId, Month month) {
        return ledgers.statement(cadreId, new Year(month.year()), null).entries();
    }

    private static List<CountingEntry> counting(List<LedgerStatement.Line> lines) {
        List<CountingEntry> entries = new ArrayList<>();
        lines.forEach(line -> entries.add(counting(line)));
        return entries;
    }

    /** What the formula looks at; the rest of the entry makes no difference to it. */
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
