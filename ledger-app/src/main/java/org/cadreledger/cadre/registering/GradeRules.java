package org.cadreledger.cadre.registering;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.cadreledger.cadre.Grade;
import org.cadreledger.cadre.RecordGrade;
import org.cadreledger.cadre.RecordGrade.Graded;
import org.cadreledger.catalogue.Catalogue.Kind;
import org.cadreledger.checks.Problems;
import org.cadreledger.decisions.Decision;
import org.cadreledger.decisions.Decision.Filed;
import org.cadreledger.dispatch.Ids;
import org.cadreledger.ledger.Entry;
import org.cadreledger.ledger.Entry.EntryKind;
import org.cadreledger.ledger.LedgerEvent;
import org.cadreledger.ledger.LedgerEvent.EntryReversed;
import org.cadreledger.ledger.LedgerEvent.GradePosted;
import org.cadreledger.ledger.keeping.LedgerFacts;
import org.cadreledger.ledger.state.PostedEntry;
import org.cadreledger.time.Month;
import org.jspecify.annotations.Nullable;

/** What an annual grade posts to the books of the next year (domain.md "Consequences", last sentence). Pure. */
final class GradeRules {
    /** 上年度考核结果确定为"优秀"等次 (source 004, III (2) 2). */
    static final String EXCELLENT_LAST_YEAR = "A3";

    /** 上年度考核确定为"不合格"等次 (source 004, III (3) 3). */
    static final String INCOMPETENT_LAST_YEAR = "N3";

    private static final int FIRST_YEAR = 2000;
    private static final int JANUARY = 1;
    private static final String REVERSAL_REASON = "grade changed";

    private GradeRules() {}

    /** A year that has begun can be graded; a later one cannot. */
    static void check(int year, int currentYear) {
        Problems problems = new Problems();
        problems.require(year >= FIRST_YEAR && year <= currentYear, "year", "out-of-range", FIRST_YEAR, currentYear);
        problems.refuse();
    }

    /** The rule that the grade uses; empty for a grade that posts nothing. */
    static Optional<String> rule(Grade grade) {
        return switch (grade) {
            case EXCELLENT -> Optional.of(EXCELLENT_LAST_YEAR);
            case INCOMPETENT -> Optional.of(INCOMPETENT_LAST_YEAR);
            case COMPETENT, BASICALLY_COMPETENT -> Optional.empty();
        };
    }

    /** January of the next year, or the month in which the books begin that year; empty when they begin later. */
    static Optional<Month> month(int gradeYear, Month firstMonth) {
        int year = gradeYear + 1;
        if (year < firstMonth.year()) {
            return Optional.empty();
        }
        return Optional.of(year == firstMonth.year() ? firstMonth : new Month(year, JANUARY));
    }

    /**
     * Reverses what the grade before posted and posts what this one does, in the books of the next year.
     *
     * @param standing the entry of the grade before; null when there is none
     */
    static Decision<LedgerEvent, Graded> post(RecordGrade command, LedgerFacts facts, @Nullable Entry standing) {
        List<Filed<LedgerEvent>> events = new ArrayList<>();
        if (standing != null) {
            facts.ledgers()
                    .entry(standing.entryId())
                    .ifPresent(posted -> facts.counties()
                            .forEach(county -> events.add(new Filed<>(
                                    new EntryReversed(
                                            facts.cadreId(), standing.entryId(), REVERSAL_REASON, false, null),
                                    county))));
        }
        Optional<Entry> entry = rule(command.grade())
                .filter(code -> !isCounted(code, command.year() + 1, facts, standing))
                .flatMap(code -> entry(code, command.year(), facts));
        entry.ifPresent(posted -> events.add(new Filed<>(
                new GradePosted(facts.cadreId(), posted.entryId(), posted, command.year()), facts.jurisdiction())));
        return new Decision<>(
                new Graded(
                        command.year(),
                        command.grade(),
                        entry.map(Entry::entryId).orElse(null)),
                events);
    }

    /** Once a year: nothing is posted beside an entry of the rule that counts there already. */
    private static boolean isCounted(String code, int year, LedgerFacts facts, @Nullable Entry standing) {
        return facts.ledgers()
                .entries()
                .filter(PostedEntry::counts)
                .filter(posted -> code.equals(posted.entry().rule()))
                .filter(posted -> standing == null || !posted.entry().entryId().equals(standing.entryId()))
                .map(posted -> facts.periods().countingMonth(posted.entry(), posted.guard()))
                .anyMatch(month -> month.year() == year);
    }

    /** Empty when the books begin later, or the catalogue has no such rule with one amount of points. */
    private static Optional<Entry> entry(String code, int gradeYear, LedgerFacts facts) {
        return month(gradeYear, facts.firstMonth())
                .flatMap(month -> facts.catalogues()
                        .inForce(month, facts.jurisdiction())
                        .flatMap(catalogue -> catalogue
                                .rule(code)
                                .filter(rule -> rule.points() != null)
                                .map(rule -> new Entry(
                                        Ids.from(facts.context().key(), "grade"),
                                        rule.kind() == Kind.BONUS ? EntryKind.BONUS : EntryKind.DEDUCTION,
                                        code,
                                        null,
                                        null,
                                        catalogue.version(),
                                        rule.name() + " " + gradeYear,
                                        Objects.requireNonNull(rule.points()),
                                        month,
                                        facts.openFrom(month),
                                        false))));
    }
}
