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
import org.cadreledger.ledger.ItemStory.Source;
import org.cadreledger.ledger.PendingItem;
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
    private static final String VIEW = "desk/deductions";

    private final Desk desk;
    private final ItemPanels panels;
    private final Steps steps;

    DeductionPages(Desk desk, ItemPanels panels, Steps steps) {
        this.desk = desk;
        this.panels = panels;
        this.steps = steps;
    }

    @GetMapping(BASE)
    String list(Actor actor, HttpServletRequest request, Model model) {
        DeskFilter filter = filter(request);
        Desk.Shown shown = desk.show(actor, filter, BASE);
        model.addAttribute("desk", shown);
        if (!shown.lines().isEmpty()) {
            PendingItem first = shown.lines().getFirst().item();
            model.addAttribute("panel", panel(actor, first.cadreId(), first.itemId(), filter));
        }
        return VIEW;
    }

    @GetMapping(ENTRY)
    String entry(
            @PathVariable String cadreId,
            @PathVariable String deductionId,
            Actor actor,
            HttpServletRequest request,
            Model model) {
        DeskFilter filter = filter(request);
        model.addAttribute("panel", panel(actor, cadreId, deductionId, filter));
        if (Parts.isAskedFor(request)) {
            return "desk/item :: item";
        }
        model.addAttribute("desk", desk.show(actor, filter, BASE));
        return VIEW;
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
        Act known = List.of(Act.CONFIRM, Act.DISMISS, Act.CARRY_OVER_ENTRY).stream()
                .filter(one -> one.path().equals(act))
                .findFirst()
                .orElseThrow(() -> Refusal.of(Reason.NOT_FOUND));
        DeskFilter filter = filter(request);
        return take(new Steps.Sent(
                Source.DEPARTMENT,
                cadreId,
                deductionId,
                known,
                filter,
                BASE,
                VIEW,
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

    private ItemPanel panel(Actor actor, String cadreId, String deductionId, DeskFilter filter) {
        return panels.of(actor, cadreId, deductionId, Source.DEPARTMENT, filter, Map.of(), desk.now());
    }

    private static DeskFilter filter(HttpServletRequest request) {
        return DeskFilter.of(request, DeskState.UNCONFIRMED);
    }
}
