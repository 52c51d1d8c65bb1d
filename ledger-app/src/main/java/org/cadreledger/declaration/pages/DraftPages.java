package org.cadreledger.declaration.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import org.cadreledger.access.Actor;
import org.cadreledger.declaration.pages.ClaimFormView.Shown;
import org.cadreledger.dispatch.CommandKey;
import org.cadreledger.drafts.Drafts;
import org.cadreledger.ledger.pages.Stories;
import org.cadreledger.refusal.Reason;
import org.cadreledger.refusal.Refusal;
import org.cadreledger.time.Month;
import org.cadreledger.web.pages.Notice;
import org.cadreledger.web.pages.PageController;
import org.cadreledger.web.pages.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * While a claim is being filled in: what it would bring, and keeping it. The page's script asks with a header of its own rather
 * than as a part of the page: when the sign-in has ended the page must stay as it is, with what was typed.
 */
@PageController
class DraftPages {
    private static final String BY_SCRIPT = "Ledger-Part";

    private final Claimants claimants;
    private final ClaimFormView forms;
    private final Uploads uploads;
    private final Stories stories;
    private final Drafts drafts;
    private final Problems problems;

    DraftPages(
            Claimants claimants,
            ClaimFormView forms,
            Uploads uploads,
            Stories stories,
            Drafts drafts,
            Problems problems) {
        this.claimants = claimants;
        this.forms = forms;
        this.uploads = uploads;
        this.stories = stories;
        this.drafts = drafts;
        this.problems = problems;
    }

    /** The effect alone for a script; without one the whole form with it. */
    @PostMapping("/cadres/{cadreId}/claims/preview")
    String preview(
            @PathVariable String cadreId,
            @RequestParam Month month,
            @RequestParam(required = false) @Nullable String claimId,
            Actor actor,
            CommandKey key,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Shown shown = shown(actor, cadreId, month, claimId);
        if (request.getHeader(BY_SCRIPT) != null) {
            forms.effect(shown, ClaimForm.of(request), model);
            model.addAttribute("month", shown.month());
            return "declaration/parts :: effect";
        }
        Typed typed = new Typed(ClaimForm.of(request));
        return problems.attempt(
                request,
                response,
                model,
                () -> {
                    typed.set(uploads.take(request, actor, key));
                    return forms.show(shown, typed.get(), actor, model);
                },
                () -> forms.show(shown, typed.get(), actor, model));
    }

    @PostMapping("/cadres/{cadreId}/claims/draft")
    String save(
            @PathVariable String cadreId,
            @RequestParam Month month,
            @RequestParam(required = false) @Nullable String claimId,
            Actor actor,
            CommandKey key,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Shown shown = shown(actor, cadreId, month, claimId);
        Typed typed = new Typed(ClaimForm.of(request));
        return problems.attempt(
                request,
                response,
                model,
                () -> {
                    typed.set(uploads.take(request, actor, key));
                    Instant at =
                            drafts.save(actor.user(), shown.draft(), typed.get().fields());
                    if (request.getHeader(BY_SCRIPT) == null) {
                        return Notice.redirect(
                                response, ClaimFormView.back(shown.claimant(), shown.month()), 0, "draft-saved");
                    }
                    model.addAttribute("savedAt", at);
                    return "declaration/parts :: saved";
                },
                () -> forms.show(shown, typed.get(), actor, model));
    }

    @PostMapping("/cadres/{cadreId}/claims/draft/discard")
    String discard(
            @PathVariable String cadreId,
            @RequestParam Month month,
            @RequestParam(required = false) @Nullable String claimId,
            Actor actor,
            HttpServletResponse response) {
        Shown shown = shown(actor, cadreId, month, claimId);
        drafts.remove(actor.user(), shown.draft());
        String form = shown.claimId() == null ? "new?month=" + month : shown.claimId();
        return Notice.redirect(response, "/cadres/" + cadreId + "/claims/" + form, 0, "draft-discarded");
    }

    private Shown shown(Actor actor, String cadreId, Month month, @Nullable String claimId) {
        Claimant claimant = claimants.of(actor, cadreId);
        return claimId == null || claimId.isEmpty()
                ? new Shown(claimant, month, null)
                : stories.find(cadreId, claimId)
                        .map(view -> new Shown(claimant, view.story().month(), view))
                        .orElseThrow(() -> Refusal.of(Reason.UNKNOWN_CLAIM, claimId));
    }
}
