package org.cadreledger.declaration.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.cadreledger.access.Actor;
import org.cadreledger.cadre.api.RegisterReach;
import org.cadreledger.declaration.pages.ClaimFormView.Shown;
import org.cadreledger.dispatch.CommandKey;
import org.cadreledger.dispatch.Commands;
import org.cadreledger.dispatch.Commands.Receipt;
import org.cadreledger.drafts.Drafts;
import org.cadreledger.evidence.api.EvidenceAccess;
import org.cadreledger.ledger.ClaimBonus.Claimed;
import org.cadreledger.ledger.ItemStory.Source;
import org.cadreledger.ledger.ItemStory.State;
import org.cadreledger.ledger.WithdrawClaim;
import org.cadreledger.ledger.pages.Stories;
import org.cadreledger.ledger.pages.StoryView;
import org.cadreledger.refusal.Reason;
import org.cadreledger.refusal.Refusal;
import org.cadreledger.time.Month;
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

/** A claim: made, changed, looked at, withdrawn. */
@PageController
class ClaimPages {
    private static final String CLAIMS = "/cadres/{cadreId}/claims";

    private final Claimants claimants;
    private final ClaimFormView forms;
    private final Uploads uploads;
    private final Stories stories;
    private final EvidenceAccess evidence;
    private final Drafts drafts;
    private final Commands commands;
    private final Problems problems;
    private final Reach reach;

    ClaimPages(
            Claimants claimants,
            ClaimFormView forms,
            Uploads uploads,
            Stories stories,
            EvidenceAccess evidence,
            Drafts drafts,
            Commands commands,
            Problems problems,
            Reach reach) {
        this.claimants = claimants;
        this.forms = forms;
        this.uploads = uploads;
        this.stories = stories;
        this.evidence = evidence;
        this.drafts = drafts;
        this.commands = commands;
        this.problems = problems;
        this.reach = reach;
    }

    @GetMapping(CLAIMS + "/new")
    String fresh(
            @PathVariable String cadreId,
            @RequestParam(required = false) @Nullable Month month,
            Actor actor,
            Model model) {
        Claimant claimant = claimants.of(actor, cadreId);
        return forms.open(new Shown(claimant, month == null ? forms.due(claimant) : month, null), actor, model);
    }

    @PostMapping(CLAIMS)
    String claim(
            @PathVariable String cadreId,
            @RequestParam Month month,
            Actor actor,
            CommandKey key,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Shown shown = new Shown(claimants.of(actor, cadreId), month, null);
        return send(
                shown,
                form -> commands.send(form.body(month).claim(cadreId, actor, evidence), actor, key),
                "claimed",
                new Sent(actor, key, request, response, model));
    }

    /** The form while its cadre may still change it, else its story. */
    @GetMapping(CLAIMS + "/{claimId}")
    String one(@PathVariable String cadreId, @PathVariable String claimId, Actor actor, Model model) {
        Claimant claimant = toLookAt(actor, cadreId);
        StoryView view = claim(cadreId, claimId);
        if (isOpenToChange(view) && claimants.mayClaim(actor, claimant)) {
            return forms.open(new Shown(claimant, view.story().month(), view), actor, model);
        }
        model.addAttribute("claimant", claimant);
        model.addAttribute("claim", view);
        model.addAttribute("back", back(actor, claimant, view));
        return "declaration/claim";
    }

    @PostMapping(CLAIMS + "/{claimId}")
    String change(
            @PathVariable String cadreId,
            @PathVariable String claimId,
            Actor actor,
            CommandKey key,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        // before anything tells whether there is such a claim
        Claimant claimant = claimants.of(actor, cadreId);
        StoryView view = claim(cadreId, claimId);
        Shown shown = new Shown(claimant, view.story().month(), view);
        String done = view.story().state() == State.RETURNED ? "claim-answered" : "claim-changed";
        return send(
                shown,
                form -> commands.send(form.body(shown.month()).change(cadreId, claimId, actor, evidence), actor, key),
                done,
                new Sent(actor, key, request, response, model));
    }

    @PostMapping(CLAIMS + "/{claimId}/withdraw")
    String withdraw(
            @PathVariable String cadreId,
            @PathVariable String claimId,
            Actor actor,
            CommandKey key,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Reach.own(actor, cadreId);
        Claimant claimant = claimants.of(actor, cadreId);
        StoryView view = claim(cadreId, claimId);
        Shown shown = new Shown(claimant, view.story().month(), view);
        return problems.attempt(
                request,
                response,
                model,
                () -> {
                    var receipt = commands.send(new WithdrawClaim(cadreId, claimId), actor, key);
                    drafts.remove(actor.user(), shown.draft());
                    return Notice.redirect(
                            response,
                            ClaimFormView.back(claimant, shown.month()),
                            receipt,
                            "claim-withdrawn",
                            view.story().matter());
                },
                () -> one(cadreId, claimId, actor, model));
    }

    /** One sending of a form. */
    private record Sent(
            Actor actor, CommandKey key, HttpServletRequest request, HttpServletResponse response, Model model) {}

    private interface Write {
        Receipt<Claimed> send(ClaimForm form);
    }

    private String send(Shown shown, Write write, String done, Sent sent) {
        // what was uploaded stays in the form when the rest is refused
        Typed typed = new Typed(ClaimForm.of(sent.request()));
        return problems.attempt(
                sent.request(),
                sent.response(),
                sent.model(),
                () -> {
                    ClaimForm form = uploads.take(sent.request(), sent.actor(), sent.key());
                    typed.set(form);
                    Receipt<Claimed> receipt = write.send(form);
                    drafts.remove(sent.actor().user(), shown.draft());
                    return Notice.redirect(
                            sent.response(),
                            ClaimFormView.back(shown.claimant(), shown.month()),
                            receipt,
                            done,
                            receipt.result().points(),
                            form.matter());
                },
                () -> forms.show(shown, typed.get(), sent.actor(), sent.model()));
    }

    private static boolean isOpenToChange(StoryView view) {
        return view.story().state() == State.DECLARED || view.story().state() == State.RETURNED;
    }

    private StoryView claim(String cadreId, String claimId) {
        return stories.find(cadreId, claimId)
                .filter(view -> view.story().source() == Source.CLAIM)
                .orElseThrow(() -> Refusal.of(Reason.UNKNOWN_CLAIM, claimId));
    }

    /** Who reads the cadre's books anyway may look; the others must be allowed to claim. */
    private Claimant toLookAt(Actor actor, String cadreId) {
        if (!actor.is(cadreId) && RegisterReach.readsHistory(actor, cadreId)) {
            reach.cadre(actor, cadreId);
            return claimants.anybody(cadreId);
        }
        return claimants.of(actor, cadreId);
    }

    private String back(Actor actor, Claimant claimant, StoryView view) {
        Month month = view.story().month();
        return claimants.mayClaim(actor, claimant)
                ? ClaimFormView.back(claimant, month)
                : "/cadres/" + claimant.cadreId() + "/points?period=" + month;
    }
}
