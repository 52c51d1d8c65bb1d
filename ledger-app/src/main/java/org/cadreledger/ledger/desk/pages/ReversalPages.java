package org.cadreledger.ledger.desk.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cadreledger.access.Actor;
import org.cadreledger.cadre.Cadres;
import org.cadreledger.dispatch.CommandKey;
import org.cadreledger.dispatch.Commands;
import org.cadreledger.dispatch.Commands.Receipt;
import org.cadreledger.facts.FreshFolds;
import org.cadreledger.ledger.ItemStory;
import org.cadreledger.ledger.Ledgers;
import org.cadreledger.ledger.ReverseEntry;
import org.cadreledger.ledger.outlook.Outlook;
import org.cadreledger.ledger.outlook.Outlooks;
import org.cadreledger.period.book.BoardState;
import org.cadreledger.period.book.PeriodBook;
import org.cadreledger.refusal.Reason;
import org.cadreledger.refusal.Refusal;
import org.cadreledger.time.Month;
import org.cadreledger.time.Period;
import org.cadreledger.time.Year;
import org.cadreledger.web.Checks;
import org.cadreledger.web.Reach;
import org.cadreledger.web.pages.Notice;
import org.cadreledger.web.pages.PageController;
import org.cadreledger.web.pages.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** An entry is reversed after a page has said what follows from it; nothing is written before. */
@PageController
class ReversalPages {
    private static final String PATH = "/cadres/{cadreId}/entries/{entryId}/reverse";
    private static final String VIEW = "desk/reverse";

    private final Ledgers ledgers;
    private final Cadres cadres;
    private final FreshFolds folds;
    private final Outlooks outlooks;
    private final Desk desk;
    private final Reach reach;
    private final Commands commands;
    private final Problems problems;

    ReversalPages(
            Ledgers ledgers,
            Cadres cadres,
            FreshFolds folds,
            Outlooks outlooks,
            Desk desk,
            Reach reach,
            Commands commands,
            Problems problems) {
        this.ledgers = ledgers;
        this.cadres = cadres;
        this.folds = folds;
        this.outlooks = outlooks;
        this.desk = desk;
        this.reach = reach;
        this.commands = commands;
        this.problems = problems;
    }

    /** A board that holds the entry. */
    public record Affected(Period period, int revision, boolean isFinal) {}

    /**
     * The page.
     *
     * @param outlook null when there is nothing to reverse
     * @param shut message {@code permit.<shut>}: why the reader cannot; null when they can
     * @param asked whether the second page is shown, with what follows
     */
    public record View(
            ItemStory item,
            Cadres.@Nullable Listed cadre,
            @Nullable Outlook outlook,
            List<Affected> boards,
            @Nullable String shut,
            boolean asked,
            String reason,
            boolean fraud) {}

    @GetMapping(PATH)
    String form(@PathVariable String cadreId, @PathVariable String entryId, Actor actor, Model model) {
        return show(actor, cadreId, entryId, false, Map.of(), model);
    }

    @PostMapping(PATH)
    String reverse(
            @PathVariable String cadreId,
            @PathVariable String entryId,
            @RequestParam Map<String, String> fields,
            Actor actor,
            CommandKey key,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return problems.attempt(
                request,
                response,
                model,
                () -> {
                    Checks checks = new Checks();
                    String reason = Parts.reason(checks, fields.get("reason"));
                    ReverseEntry command =
                            checks.valid(new ReverseEntry(cadreId, entryId, reason, fields.containsKey("fraud")));
                    if (!"reverse".equals(fields.get("do"))) {
                        return show(actor, cadreId, entryId, true, fields, model);
                    }
                    Receipt<ReverseEntry.Reversed> receipt = commands.send(command, actor, key);
                    String code = receipt.result().caseId() == null ? "reverse.done" : "reverse.fraud";
                    return Notice.redirect(response, back(cadreId, entryId), receipt, code, name(cadreId));
                },
                () -> show(actor, cadreId, entryId, false, fields, model));
    }

    private String back(String cadreId, String entryId) {
        int year = story(cadreId, entryId).month().year();
        return "/cadres/" + cadreId + "/points?period=" + year;
    }

    private String name(String cadreId) {
        return cadres.find(cadreId).map(Cadres.Listed::name).orElse(cadreId);
    }

    private ItemStory story(String cadreId, String entryId) {
        return ledgers.story(cadreId, entryId)
                .filter(item -> item.points().posted() != null)
                .orElseThrow(() -> Refusal.of(Reason.UNKNOWN_ENTRY, entryId));
    }

    private String show(
            Actor actor, String cadreId, String entryId, boolean asked, Map<String, String> fields, Model model) {
        reach.cadre(actor, cadreId);
        ItemStory item = story(cadreId, entryId);
        Month month = item.countsIn() == null ? item.month() : item.countsIn();
        boolean reversed = item.reversed() != null;
        model.addAttribute(
                "reversal",
                new View(
                        item,
                        cadres.find(cadreId).orElse(null),
                        reversed ? null : outlooks.without(cadreId, entryId, month),
                        boards(cadreId, month),
                        shut(actor, item),
                        asked,
                        fields.getOrDefault("reason", ""),
                        fields.containsKey("fraud")));
        return VIEW;
    }

    /** Who approved it may reverse it; nobody an entry of the own ({@code ledger.entry}). */
    private static @Nullable String shut(Actor actor, ItemStory item) {
        if (actor.is(item.cadreId())) {
            return "own-entry";
        }
        return item.reversed() == null ? null : "reversed";
    }

    private List<Affected> boards(String cadreId, Month month) {
        String county = folds.cadre(cadreId).current().jurisdiction();
        if (county == null) {
            return List.of();
        }
        Instant now = desk.now();
        PeriodBook periods = folds.periods(folds.county(county), now);
        List<Affected> affected = new ArrayList<>();
        for (Period period : List.<Period>of(month.quarter(), new Year(month.year()))) {
            BoardState board = periods.board(period);
            board.latest().ifPresent(latest -> affected.add(new Affected(period, latest.number(), board.isFinal())));
        }
        return affected;
    }
}
