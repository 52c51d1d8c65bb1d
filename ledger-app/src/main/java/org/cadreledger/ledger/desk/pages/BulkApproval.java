package org.cadreledger.ledger.desk.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashSet;
import java.util.List;
import org.cadreledger.access.Actor;
import org.cadreledger.cadre.Cadres;
import org.cadreledger.dispatch.CommandKey;
import org.cadreledger.dispatch.Commands;
import org.cadreledger.ledger.ApproveClaim;
import org.cadreledger.refusal.Refusal;
import org.cadreledger.web.Bulk;
import org.cadreledger.web.Checks;
import org.cadreledger.web.jobs.Job;
import org.cadreledger.web.jobs.Jobs;
import org.cadreledger.web.pages.Notice;
import org.cadreledger.web.pages.PageController;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Approves many claims one by one, beside the page; what is refused does not stop the others and is listed with its reason. */
@PageController
class BulkApproval {
    private final Commands commands;
    private final Cadres cadres;
    private final Jobs jobs;

    BulkApproval(Commands commands, Cadres cadres, Jobs jobs) {
        this.commands = commands;
        this.cadres = cadres;
        this.jobs = jobs;
    }

    @PostMapping(ReviewPages.BASE + "/approve")
    String approve(
            @RequestParam(name = "item", required = false) @Nullable List<String> items,
            Actor actor,
            CommandKey key,
            HttpServletRequest request,
            HttpServletResponse response) {
        String back = ReviewPages.BASE + ReviewPages.filter(actor, request).query();
        if (items == null || items.isEmpty()) {
            return Notice.redirect(response, back, 0, "desk.none-selected");
        }
        List<ApproveClaim> claims = claims(items);
        return "redirect:" + jobs.start(actor, "approvals", claims.size(), job -> run(job, claims, actor, key, back));
    }

    /** @throws Refusal for a form that no page of ours has */
    private static List<ApproveClaim> claims(List<String> items) {
        Checks checks = new Checks();
        List<String> keys = List.copyOf(new LinkedHashSet<>(items));
        List<ApproveClaim> claims = checks.list("item", keys, 1, Bulk.MOST, (place, key) -> {
            int slash = key.indexOf('/');
            return new ApproveClaim(
                    checks.id(place, key.substring(0, Math.max(slash, 0))),
                    checks.id(place, key.substring(slash + 1)),
                    null);
        });
        return checks.valid(claims);
    }

    private Job.Outcome run(Job job, List<ApproveClaim> claims, Actor actor, CommandKey key, String back) {
        int done = 0;
        for (ApproveClaim claim : claims) {
            String path = claim.cadreId() + "/" + claim.claimId();
            String link = ReviewPages.BASE + "/" + path;
            try {
                commands.send(claim, actor, key.item(path));
                job.done(label(claim, actor), link);
                done++;
            } catch (Refusal refusal) {
                job.refused(label(claim, actor), link, refusal);
            }
        }
        return new Job.Outcome("approvals", List.of(done, claims.size() - done), back);
    }

    /** Names are told within the approver's county alone. */
    private String label(ApproveClaim claim, Actor actor) {
        String name = cadres.find(claim.cadreId())
                .filter(cadre -> actor.actsIn(cadre.jurisdiction()))
                .map(Cadres.Listed::name)
                .orElse(claim.cadreId());
        return name + " · " + claim.claimId();
    }
}
