package org.cadreledger.declaration.pages;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cadreledger.board.BoardSettings.QuarterScoring;
import org.cadreledger.board.BoardSettings.YearScoring;
import org.cadreledger.catalogue.Catalogue;
import org.cadreledger.catalogue.Catalogue.Kind;
import org.cadreledger.facts.FreshFolds;
import org.cadreledger.ledger.Entry;
import org.cadreledger.ledger.Entry.EntryKind;
import org.cadreledger.ledger.ItemStory;
import org.cadreledger.ledger.LedgerStatement;
import org.cadreledger.ledger.Ledgers;
import org.cadreledger.ledger.scoring.CountingEntry;
import org.cadreledger.ledger.scoring.Matters;
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

/** Scores a cadre's periods with one claim more, by the same formula that will judge it. */
@Component
class Effects {
    private static final String CANDIDATE = "?";

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
     * @param claimId the claim that the form is about; null for a new one
     * @return empty while the form does not say which rule, level and matter
     */
    Optional<Effect> of(Claimant claimant, Month month, ClaimForm form, @Nullable String claimId) {
        Catalogue catalogue = inForce(claimant, month);
        String code = form.rule();
        Optional<Points> points = code == null || form.matter().isBlank()
                ? Optional.empty()
                : catalogue
                        .rule(code)
                        .filter(rule -> rule.kind() == Kind.BONUS)
                        .flatMap(rule -> rule.pointsAt(form.level()));
        return points.map(known -> new Effect(
                known,
                catalogue.matterCap(),
                periods(claimant, candidate(form, month, known, catalogue)),
                waiting(claimant, month, form, claimId)));
    }

    private Catalogue inForce(Claimant claimant, Month month) {
        return folds.catalogues()
                .inForce(month, claimant.jurisdiction())
                .orElseThrow(() -> Refusal.of(Reason.UNKNOWN_CATALOGUE, month));
    }

    private static Entry candidate(ClaimForm form, Month month, Points points, Catalogue catalogue) {
        return new Entry(
                CANDIDATE,
                EntryKind.BONUS,
                form.rule(),
                form.level(),
                null,
                catalogue.version(),
                form.matter(),
                points,
                month,
                month,
                false);
    }

    private List<Effect.Of> periods(Claimant claimant, Entry candidate) {
        Month month = candidate.countsIn();
        Year year = new Year(month.year());
        LedgerStatement now = ledgers.statement(claimant.cadreId(), year, null);
        List<CountingEntry> before =
                now.entries().stream().map(Effects::counting).toList();
        List<CountingEntry> after = new ArrayList<>(before);
        after.add(new CountingEntry(candidate, month, Instant.MAX, Long.MAX_VALUE));
        PeriodScoring scoring = new PeriodScoring(modes, claimant.firstMonth(), asked -> inForce(claimant, asked));
        return List.<Period>of(month, month.quarter(), year).stream()
                .map(period -> of(period, scoring.score(period, before), scoring.score(period, after), now))
                .toList();
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

    private static Effect.Of of(Period period, Score before, Score after, LedgerStatement now) {
        String instead = after.entries().stream()
                .filter(judged -> judged.counting().entry().entryId().equals(CANDIDATE))
                .findFirst()
                .map(Score.JudgedEntry::supersededBy)
                .orElse(null);
        List<String> counted = before.entries().stream()
                .filter(Score.JudgedEntry::counted)
                .map(judged -> judged.counting().entry().entryId())
                .toList();
        String replaced = after.entries().stream()
                .filter(judged -> CANDIDATE.equals(judged.supersededBy()))
                .map(judged -> judged.counting().entry().entryId())
                .filter(counted::contains)
                .findFirst()
                .orElse(null);
        return new Effect.Of(
                period,
                before.total(),
                after.total(),
                after.total().minus(before.total()),
                line(now, replaced),
                line(now, instead));
    }

    private static LedgerStatement.@Nullable Line line(LedgerStatement now, @Nullable String entryId) {
        return now.entries().stream()
                .filter(line -> line.entryId().equals(entryId))
                .findFirst()
                .orElse(null);
    }

    private List<ItemStory> waiting(Claimant claimant, Month month, ClaimForm form, @Nullable String claimId) {
        return ledgers.claims(claimant.cadreId()).stream()
                .filter(story -> story.state().isOpen() && story.month().year() == month.year())
                .filter(story -> !story.itemId().equals(claimId))
                .filter(story -> Matters.same(story.matter(), form.matter()))
                .toList();
    }
}
