package org.cadreledger.ledger.desk.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.cadreledger.access.Actor;
import org.cadreledger.dispatch.CommandKey;
import org.cadreledger.ledger.CarryOverDeduction;
import org.cadreledger.ledger.ConfirmDeduction;
import org.cadreledger.ledger.DismissDeduction;
import org.cadreledger.ledger.PendingItems.DeskState;
import org.cadreledger.refusal.Reason;
import org.cadreledger.refusal.Refusal;
import org.cadreledger.web.Checks;
import org.cadreledger.web.pages.PageController;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What the department entered and a second person has to confirm. */
@PageController
class DeductionPages {
    static final String BASE = "/deductions";
    private static final String ENTRY = BASE + "/{cadreId}/{deductionId}";

    private final DeskViews views;
    private final Steps steps;

    DeductionPages(DeskViews views, Steps steps) {
        this.views = views;
        this.steps = steps;
    }

    @GetMapping(BASE)
    String list(Actor actor, HttpServletRequest request, Model model) {
        return views.list(DeskKind.DEDUCTIONS, filter(request), actor, model);
    }

    @GetMapping(ENTRY)
    String entry(
            @PathVariable String cadreId,
            @PathVariable String deductionId,
            Actor actor,
            HttpServletRequest request,
            Model model) {
        return views.item(DeskKind.DEDUCTIONS, cadreId, deductionId, filter(request), actor, request, model);
    }

    @PostMapping(ENTRY + "/{act}")
    String step(
            @PathVariable String cadreId,
            @PathVariable String deductionId,
            @PathVariable String act,
            @RequestParam Map<String, String> fields,
            Actor actor,
            CommandKey key,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return take(new Steps.Sent(
                DeskKind.DEDUCTIONS,
                cadreId,
                deductionId,
                DeskKind.DEDUCTIONS.act(act),
                filter(request),
                fields,
                actor,
                key,
                request,
                response,
                model));
    }

    private String take(Steps.Sent sent) {
        String cadreId = sent.cadreId();
        String id = sent.itemId();
        return switch (sent.act()) {
            case CONFIRM ->
                steps.take(
                        sent,
                        checks -> new ConfirmDeduction(
                                cadreId, id, checks.optionalText("note", sent.field("note"), Checks.REASON)),
                        (confirmed, f) -> List.of(f.points(confirmed.points()), f.period(confirmed.month())));
            case DISMISS ->
                steps.take(
                        sent,
                        checks -> new DismissDeduction(cadreId, id, Parts.reason(checks, sent.field("reason"))),
                        (done, f) -> List.of());
            case CARRY_OVER_ENTRY ->
                steps.take(
                        sent,
                        checks -> new CarryOverDeduction(cadreId, id, Parts.reason(checks, sent.field("reason"))),
                        (moved, f) -> List.of(f.period(moved.month())));
            case SCORE, APPROVE, REJECT, RETURN, CARRY_OVER -> throw Refusal.of(Reason.NOT_FOUND);
        };
    }

    private static DeskFilter filter(HttpServletRequest request) {
        return DeskFilter.of(request, DeskState.UNCONFIRMED);
    }
}
