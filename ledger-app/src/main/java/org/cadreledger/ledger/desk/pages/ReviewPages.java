package org.cadreledger.ledger.desk.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.cadreledger.access.Actor;
import org.cadreledger.access.Role;
import org.cadreledger.dispatch.CommandKey;
import org.cadreledger.ledger.ApproveClaim;
import org.cadreledger.ledger.CarryOverClaim;
import org.cadreledger.ledger.PendingItems.DeskState;
import org.cadreledger.ledger.RejectClaim;
import org.cadreledger.ledger.ReturnClaim;
import org.cadreledger.ledger.ScoreClaim;
import org.cadreledger.refusal.Reason;
import org.cadreledger.refusal.Refusal;
import org.cadreledger.web.Checks;
import org.cadreledger.web.pages.PageController;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The review desk: the list on the left, the claim on the right, and the steps of the review. */
@PageController
class ReviewPages {
    static final String BASE = "/review";
    private static final String CLAIM = BASE + "/{cadreId}/{claimId}";

    private final DeskViews views;
    private final Steps steps;

    ReviewPages(DeskViews views, Steps steps) {
        this.views = views;
        this.steps = steps;
    }

    /** The list with its first claim. */
    @GetMapping(BASE)
    String list(Actor actor, HttpServletRequest request, Model model) {
        return views.list(DeskKind.REVIEW, filter(actor, request), actor, model);
    }

    @GetMapping(CLAIM)
    String claim(
            @PathVariable String cadreId,
            @PathVariable String claimId,
            Actor actor,
            HttpServletRequest request,
            Model model) {
        return views.item(DeskKind.REVIEW, cadreId, claimId, filter(actor, request), actor, request, model);
    }

    @PostMapping(CLAIM + "/{act}")
    String step(
            @PathVariable String cadreId,
            @PathVariable String claimId,
            @PathVariable String act,
            @RequestParam Map<String, String> fields,
            Actor actor,
            CommandKey key,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return take(new Steps.Sent(
                DeskKind.REVIEW,
                cadreId,
                claimId,
                DeskKind.REVIEW.act(act),
                filter(actor, request),
                fields,
                actor,
                key,
                request,
                response,
                model));
    }

    private String take(Steps.Sent sent) {
        String cadreId = sent.cadreId();
        String claimId = sent.itemId();
        return switch (sent.act()) {
            case SCORE ->
                steps.take(
                        sent,
                        checks -> new ScoreClaim(
                                cadreId,
                                claimId,
                                checks.optionalId("level", Checks.said(sent.field("level"))),
                                checks.optionalLine("matter", sent.field("matter"), Checks.MATTER),
                                checks.optionalText("note", sent.field("note"), Checks.REASON)),
                        (scored, f) -> List.of(f.plus(scored.points())));
            case APPROVE ->
                steps.take(
                        sent,
                        checks -> new ApproveClaim(
                                cadreId, claimId, checks.optionalText("note", sent.field("note"), Checks.REASON)),
                        (approved, f) -> List.of(f.plus(approved.points()), f.period(approved.month())));
            case REJECT ->
                steps.take(
                        sent,
                        checks -> new RejectClaim(cadreId, claimId, Parts.reason(checks, sent.field("reason"))),
                        (done, f) -> List.of());
            case RETURN ->
                steps.take(
                        sent,
                        checks -> new ReturnClaim(cadreId, claimId, Parts.reason(checks, sent.field("reason"))),
                        (done, f) -> List.of());
            case CARRY_OVER ->
                steps.take(
                        sent,
                        checks -> new CarryOverClaim(cadreId, claimId, Parts.reason(checks, sent.field("reason"))),
                        (moved, f) -> List.of(f.period(moved.month())));
            case CONFIRM, DISMISS, CARRY_OVER_ENTRY -> throw Refusal.of(Reason.NOT_FOUND);
        };
    }

    /** Without one in the address, what waits for the reader's own step: reviewers score, approvers approve. */
    static DeskFilter filter(Actor actor, HttpServletRequest request) {
        boolean onlyApproves = actor.has(Role.APPROVER) && !actor.has(Role.REVIEWER);
        return DeskFilter.of(request, onlyApproves ? DeskState.SCORED : DeskState.DECLARED);
    }
}
