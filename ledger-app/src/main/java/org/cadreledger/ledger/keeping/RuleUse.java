package org.cadreledger.ledger.keeping;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.cadreledger.catalogue.Catalogue;
import org.cadreledger.catalogue.Catalogue.Kind;
import org.cadreledger.catalogue.Catalogue.Rule;
import org.cadreledger.points.Points;
import org.cadreledger.refusal.Reason;
import org.cadreledger.refusal.Refusal;
import org.cadreledger.time.Month;
import org.cadreledger.time.Year;
import org.jspecify.annotations.Nullable;

/**
 * A rule at a level, as the catalogue of a month has it.
 *
 * @param catalogue version
 */
public record RuleUse(Rule rule, @Nullable String level, int catalogue, Points points) {

    /** @throws Refusal for a rule that the month's catalogue lacks, of the other kind, or with a level that does not fit */
    public static RuleUse of(Catalogue catalogue, Kind kind, String code, @Nullable String level, String fieldPrefix) {
        Rule rule = catalogue.rule(code).orElseThrow(() -> Refusal.field(fieldPrefix + "rule", "unknown-rule", code));
        if (rule.kind() != kind) {
            throw Refusal.field(fieldPrefix + "rule", "wrong-kind", code);
        }
        return new RuleUse(rule, level, catalogue.version(), pointsAt(rule, level, fieldPrefix + "level"));
    }

    /** @throws Refusal for a level that is missing, unknown or superfluous */
    public static Points pointsAt(Rule rule, @Nullable String level, String field) {
        return rule.pointsAt(level).orElseThrow(() -> {
            if (level == null) {
                return Refusal.field(field, "level-required", rule.code());
            }
            return Refusal.field(field, rule.levels().isEmpty() ? "no-levels" : "unknown-level", rule.code(), level);
        });
    }

    /** @throws Refusal UNKNOWN_CATALOGUE when none is in force */
    public static Catalogue catalogueOf(LedgerFacts facts, Month month) {
        return facts.catalogues()
                .inForce(month, facts.jurisdiction())
                .orElseThrow(() -> Refusal.of(Reason.UNKNOWN_CATALOGUE, month));
    }

    /**
     * A rule that may be used once a month, quarter or year is not used twice there, open or counting (domain.md "The
     * catalogue": repeats).
     *
     * @param except id of the claim that is itself being changed
     * @throws Refusal RULE_USED
     */
    public void requireUnused(LedgerFacts facts, Month month, @Nullable String except) {
        Optional<Predicate<Month>> window = window(rule, month);
        if (window.isPresent() && uses(facts, except).anyMatch(window.get())) {
            throw Refusal.of(Reason.RULE_USED, rule.code(), month);
        }
    }

    /**
     * The same when an open use is about to count: a grade, a late decision or a carry-over may have brought another there.
     *
     * @param month the month it would count in
     * @param except id of an entry that does not count any more once this one does
     * @throws Refusal RULE_USED
     */
    public static void requireUncounted(Rule rule, LedgerFacts facts, Month month, @Nullable String except) {
        Optional<Predicate<Month>> window = window(rule, month);
        if (window.isPresent() && counting(rule, facts, except).anyMatch(window.get())) {
            throw Refusal.of(Reason.RULE_USED, rule.code(), month);
        }
    }

    private static Optional<Predicate<Month>> window(Rule rule, Month month) {
        return switch (rule.repeats()) {
            case EACH -> Optional.empty();
            case MONTH -> Optional.of(month::equals);
            case QUARTER -> Optional.of(month.quarter()::contains);
            case YEAR -> Optional.of(new Year(month.year())::contains);
        };
    }

    private Stream<Month> uses(LedgerFacts facts, @Nullable String except) {
        Stream<Month> claims = facts.ledgers()
                .openClaims()
                .filter(claim ->
                        claim.rule().equals(rule.code()) && !claim.claimId().equals(except))
                .map(claim -> claim.month());
        Stream<Month> entered = facts.ledgers()
                .openDeductions()
                .filter(item -> rule.code().equals(item.proposal().rule()))
                .map(item -> item.month());
        return Stream.of(claims, entered, counting(rule, facts, except)).flatMap(months -> months);
    }

    private static Stream<Month> counting(Rule rule, LedgerFacts facts, @Nullable String except) {
        return facts.ledgers()
                .entries()
                .filter(posted -> posted.counts()
                        && rule.code().equals(posted.entry().rule())
                        && !posted.entry().entryId().equals(except))
                .map(posted -> facts.periods().countingMonth(posted.entry(), posted.guard()));
    }
}
