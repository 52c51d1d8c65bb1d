package org.cadreledger.objection.answering;

import org.cadreledger.catalogue.Catalogue;
import org.cadreledger.catalogue.Catalogue.Kind;
import org.cadreledger.catalogue.Catalogue.Rule;
import org.cadreledger.ledger.Entry;
import org.cadreledger.ledger.Entry.EntryKind;
import org.cadreledger.ledger.keeping.LedgerFacts;
import org.cadreledger.ledger.keeping.RuleUse;
import org.cadreledger.objection.AnswerObjection;
import org.cadreledger.objection.AnswerObjection.Correction;
import org.cadreledger.period.keeping.PeriodFacts;
import org.cadreledger.points.Points;
import org.cadreledger.refusal.Reason;
import org.cadreledger.refusal.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * An entry that an upheld objection adds. It counts in the month that it names, also when that is closed or the quarter
 * final (domain.md "Score of a period", exception). Pure.
 */
final class CorrectionRules {
    private CorrectionRules() {}

    /**
     * @param corrected the entry that is reversed in its favour; null for an omitted one
     * @throws Refusal for a month outside the board's period, or content that the month's catalogue does not know, and RULE_USED for a
     *     rule that counts in the month already as often as it may
     */
    static Entry entry(
            String entryId,
            AnswerObjection c,
            Correction correction,
            @Nullable String corrected,
            LedgerFacts ledger,
            PeriodFacts facts) {
        if (!facts.monthsOf(c.period()).contains(correction.month())) {
            throw Refusal.field("correction.month", "outside-period", c.period());
        }
        if (correction.matter().isBlank()) {
            throw Refusal.field("correction.matter", "required");
        }
        Catalogue catalogue = ledger.catalogues()
                .inForce(correction.month(), facts.jurisdiction())
                .orElseThrow(() -> Refusal.of(Reason.UNKNOWN_CATALOGUE, correction.month()));
        String rule = correction.rule();
        String item = correction.item();
        if (rule != null && item == null) {
            return byRule(entryId, rule, correction, catalogue, ledger, corrected);
        }
        if (item != null && rule == null) {
            return ofItem(entryId, item, correction, catalogue);
        }
        throw Refusal.field("correction.rule", "rule-or-item");
    }

    private static Entry byRule(
            String entryId,
            String code,
            Correction c,
            Catalogue catalogue,
            LedgerFacts ledger,
            @Nullable String corrected) {
        Kind kind = catalogue.rule(code).map(Rule::kind).orElse(Kind.BONUS);
        RuleUse use = RuleUse.of(catalogue, kind, code, c.level(), "correction.");
        if (c.points() != null && !c.points().equals(use.points())) {
            throw Refusal.field("correction.points", "not-the-rules", use.points());
        }
        RuleUse.requireUncounted(use.rule(), ledger, c.month(), corrected);
        EntryKind way = kind == Kind.BONUS ? EntryKind.BONUS : EntryKind.DEDUCTION;
        return posted(entryId, way, code, null, c, catalogue, use.points());
    }

    private static Entry ofItem(String entryId, String item, Correction c, Catalogue catalogue) {
        if (catalogue.baseItem(item).isEmpty()) {
            throw Refusal.field("correction.item", "unknown-item", item);
        }
        if (c.level() != null) {
            throw Refusal.field("correction.level", "no-levels", item, c.level());
        }
        if (c.points() == null || !c.points().isPositive()) {
            throw Refusal.field("correction.points", "not-positive");
        }
        return posted(entryId, EntryKind.BASE, null, item, c, catalogue, c.points());
    }

    private static Entry posted(
            String entryId,
            EntryKind kind,
            @Nullable String rule,
            @Nullable String item,
            Correction c,
            Catalogue catalogue,
            Points points) {
        return new Entry(
                entryId,
                kind,
                rule,
                c.level(),
                item,
                catalogue.version(),
                c.matter(),
                points,
                c.month(),
                c.month(),
                true);
    }
}
