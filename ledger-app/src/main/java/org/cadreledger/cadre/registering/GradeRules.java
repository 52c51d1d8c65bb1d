package org.cadreledger.cadre.registering;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.cadreledger.cadre.Grade;
import org.cadreledger.catalogue.Catalogue;
import org.cadreledger.catalogue.Catalogue.Kind;
import org.cadreledger.catalogue.Catalogue.Rule;
import org.cadreledger.checks.Problems;
import org.cadreledger.ledger.Entry;
import org.cadreledger.ledger.Entry.EntryKind;
import org.cadreledger.time.Month;

/** What an annual grade posts to the books of the next year (domain.md "Consequences", last sentence). Pure. */
final class GradeRules {
    /** 上年度考核结果确定为"优秀"等次 (source 004, III (2) 2). */
    static final String EXCELLENT_LAST_YEAR = "A3";

    /** 上年度考核确定为"不合格"等次 (source 004, III (3) 3). */
    static final String INCOMPETENT_LAST_YEAR = "N3";

    private static final int FIRST_YEAR = 2000;
    private static final int JANUARY = 1;

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
     * @param closed which months are closed: the entry counts in the earliest open one
     * @return empty when the catalogue has no such rule with one amount of points
     */
    static Optional<Entry> entry(
            String entryId, String code, int gradeYear, Month month, Catalogue catalogue, Predicate<Month> closed) {
        return catalogue
                .rule(code)
                .filter(rule -> rule.points() != null)
                .map(rule -> new Entry(
                        entryId,
                        rule.kind() == Kind.BONUS ? EntryKind.BONUS : EntryKind.DEDUCTION,
                        code,
                        null,
                        null,
                        catalogue.version(),
                        matter(rule, gradeYear),
                        Objects.requireNonNull(rule.points()),
                        month,
                        earliestOpen(month, closed),
                        false));
    }

    private static String matter(Rule rule, int gradeYear) {
        return rule.name() + " " + gradeYear;
    }

    private static Month earliestOpen(Month month, Predicate<Month> closed) {
        Month open = month;
        while (closed.test(open)) {
            open = open.next();
        }
        return open;
    }
}
