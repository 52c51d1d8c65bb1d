package org.cadreledger.declaration.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.cadreledger.access.Actor;
import org.cadreledger.dispatch.CommandKey;
import org.cadreledger.dispatch.Commands;
import org.cadreledger.drafts.Draft;
import org.cadreledger.drafts.Drafts;
import org.cadreledger.facts.FreshFolds;
import org.cadreledger.ledger.DeclareMonth;
import org.cadreledger.ledger.Ledgers;
import org.cadreledger.ledger.Ledgers.Declaration;
import org.cadreledger.ledger.pages.Stories;
import org.cadreledger.ledger.pages.StoryView;
import org.cadreledger.period.book.PeriodBook;
import org.cadreledger.refusal.Reason;
import org.cadreledger.refusal.Refusal;
import org.cadreledger.time.Month;
import org.cadreledger.web.Checks;
import org.cadreledger.web.pages.Notice;
import org.cadreledger.web.pages.PageController;
import org.cadreledger.web.pages.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The cadre's months: what was claimed, what came back, and "that is all for this month". */
@PageController
class DeclarationPages {
    /** Closed months that are still listed. */
    private static final int CLOSED_LISTED = 6;

    private final Claimants claimants;
    private final Ledgers ledgers;
    private final Stories stories;
    private final Drafts drafts;
    private final FreshFolds folds;
    private final Commands commands;
    private final Problems problems;
    private final Clock clock;

    DeclarationPages(
            Claimants claimants,
            Ledgers ledgers,
            Stories stories,
            Drafts drafts,
            FreshFolds folds,
            Commands commands,
            Problems problems,
            ObjectProvider<Clock> clock) {
        this.claimants = claimants;
        this.ledgers = ledgers;
        this.stories = stories;
        this.drafts = drafts;
        this.folds = folds;
        this.commands = commands;
        this.problems = problems;
        this.clock = clock.getIfAvailable(Clock::systemUTC);
    }

    @GetMapping("/declarations")
    String months(Actor actor, Model model) {
        Claimant claimant = claimants.self(actor);
        Instant now = clock.instant();
        Read read = read(actor, claimant, now);
        List<DeclaredMonth> months = new ArrayList<>();
        int closed = 0;
        for (Month month = claimant.currentMonth(now);
                !month.isBefore(claimant.firstMonth()) && closed < CLOSED_LISTED;
                month = month.previous()) {
            DeclaredMonth listed = read.month(month);
            closed += listed.closed() ? 1 : 0;
            months.add(listed);
        }
        model.addAttribute("months", months);
        model.addAttribute("due", read.due());
        return "declaration/months";
    }

    @GetMapping("/declarations/{month}")
    String month(@PathVariable Month month, Actor actor, Model model) {
        Claimant claimant = claimants.self(actor);
        Instant now = clock.instant();
        if (month.isBefore(claimant.firstMonth()) || month.isAfter(claimant.currentMonth(now))) {
            throw Refusal.of(Reason.NOT_FOUND);
        }
        model.addAttribute("claimant", claimant);
        model.addAttribute("declared", read(actor, claimant, now).month(month));
        return "declaration/month";
    }

    @PostMapping("/declarations/{month}")
    String declare(
            @PathVariable Month month,
            @RequestParam(required = false) @Nullable String statement,
            Actor actor,
            CommandKey key,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Claimant claimant = claimants.self(actor);
        return problems.attempt(
                request,
                response,
                model,
                () -> {
                    Checks checks = new Checks();
                    DeclareMonth command = checks.valid(new DeclareMonth(
                            claimant.cadreId(), month, checks.optionalText("statement", statement, Checks.ACCOUNT)));
                    var receipt = commands.send(command, actor, key);
                    return Notice.redirect(response, "/declarations/" + month, receipt, "month-declared");
                },
                () -> {
                    model.addAttribute("statement", statement);
                    return month(month, actor, model);
                });
    }

    private Read read(Actor actor, Claimant claimant, Instant now) {
        return new Read(
                claimant,
                now,
                folds.periods(claimant.county(), now),
                stories.of(claimant.cadreId()),
                ledgers.declarations(claimant.cadreId()),
                drafts.of(actor.user()).stream().map(Draft::form).toList());
    }

    /** What the months are made of. */
    private record Read(
            Claimant claimant,
            Instant now,
            PeriodBook periods,
            List<StoryView> stories,
            List<Declaration> declarations,
            List<String> drafts) {
        DeclaredMonth month(Month month) {
            return new DeclaredMonth(
                    month,
                    periods.isClosed(month),
                    Reminder.of(month, claimant.county(), claimant.today(now)),
                    declarations.stream()
                            .filter(declaration -> declaration.month().equals(month))
                            .findFirst()
                            .orElse(null),
                    DeclaredMonth.claimsOf(month, stories),
                    drafts.contains(ClaimDraft.form(claimant.cadreId(), month, null)));
        }

        Month due() {
            Month previous = claimant.currentMonth(now).previous();
            return Reminder.due(claimant.county(), claimant.today(now), periods.isClosed(previous));
        }
    }
}
