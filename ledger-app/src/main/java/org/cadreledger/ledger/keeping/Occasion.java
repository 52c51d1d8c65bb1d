package org.cadreledger.ledger.keeping;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.cadreledger.refusal.Reason;
import org.cadreledger.refusal.Refusal;
import org.cadreledger.refusal.Refusal.FieldProblem;
import org.cadreledger.time.Month;

/**
 * When and for what something is claimed or entered.
 *
 * @param month the month it is for
 * @param matter the text that the "same matter, highest only" rule groups by
 */
public record Occasion(Month month, String matter, LocalDate occurredOn) {
    /** http-api.md, claims. */
    private static final int LONGEST_MATTER = 200;

    /** http-api.md "Conventions". */
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    /** @throws Refusal for a text that is no id */
    public static void requireId(String field, String id) {
        if (!ID.matcher(id).matches()) {
            throw Refusal.field(field, "bad-id");
        }
    }

    /** @throws Refusal when the id is already that of a claim, a deduction or an entry of the cadre */
    public static void requireFree(LedgerFacts facts, String id) {
        if (facts.ledgers().claim(id).isPresent()
                || facts.ledgers().deduction(id).isPresent()
                || facts.ledgers().entry(id).isPresent()) {
            throw Refusal.of(Reason.ID_TAKEN, id);
        }
    }

    /** @throws Refusal for a blank or overlong matter */
    public static void requireMatter(String matter) {
        if (matter.isBlank()) {
            throw Refusal.field("matter", "required");
        }
        if (matter.length() > LONGEST_MATTER) {
            throw Refusal.field("matter", "too-long", LONGEST_MATTER);
        }
    }

    /**
     * Any month from the first of the books to the current one; nothing that is still to come (http-api.md, claims).
     *
     * @throws Refusal for bad content
     */
    public void require(LedgerFacts facts) {
        requireMatter(matter);
        List<FieldProblem> problems = new ArrayList<>(monthProblems(facts, month));
        if (occurredOn.isAfter(facts.today())) {
            problems.add(new FieldProblem("occurredOn", "future", List.of(facts.today())));
        }
        if (!problems.isEmpty()) {
            throw Refusal.fields(problems);
        }
    }

    /** @throws Refusal for a month before the books' first or after the current one */
    public static void requireMonth(LedgerFacts facts, Month month) {
        List<FieldProblem> problems = monthProblems(facts, month);
        if (!problems.isEmpty()) {
            throw Refusal.fields(problems);
        }
    }

    private static List<FieldProblem> monthProblems(LedgerFacts facts, Month month) {
        if (month.isBefore(facts.firstMonth())) {
            return List.of(new FieldProblem("month", "before-first-month", List.of(facts.firstMonth())));
        }
        if (month.isAfter(facts.currentMonth())) {
            return List.of(new FieldProblem("month", "future", List.of(facts.currentMonth())));
        }
        return List.of();
    }

    /** @throws Refusal MONTH_CLOSED */
    public static void requireOpen(LedgerFacts facts, Month month) {
        if (facts.periods().isClosed(month)) {
            throw Refusal.of(Reason.MONTH_CLOSED, month);
        }
    }
}
