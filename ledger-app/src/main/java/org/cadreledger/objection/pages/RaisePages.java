package org.cadreledger.objection.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import org.cadreledger.access.Actor;
import org.cadreledger.board.Boards;
import org.cadreledger.cadre.register.CadreFile;
import org.cadreledger.dispatch.CommandKey;
import org.cadreledger.dispatch.Commands;
import org.cadreledger.evidence.Evidence;
import org.cadreledger.evidence.api.EvidenceAccess;
import org.cadreledger.evidence.api.FormFiles;
import org.cadreledger.facts.FreshFolds;
import org.cadreledger.ledger.Ledgers;
import org.cadreledger.objection.api.ObjectionController.Raised;
import org.cadreledger.refusal.Reason;
import org.cadreledger.refusal.Refusal;
import org.cadreledger.time.Month;
import org.cadreledger.time.Period;
import org.cadreledger.web.pages.Notice;
import org.cadreledger.web.pages.PageController;
import org.cadreledger.web.pages.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** A cadre defends or inquires about the own row of a board. */
@PageController
class RaisePages {
    private final Commands commands;
    private final Problems problems;
    private final Boards boards;
    private final Ledgers ledgers;
    private final EvidenceAccess access;
    private final FormFiles uploaded;
    private final FreshFolds folds;

    RaisePages(
            Commands commands,
            Problems problems,
            Boards boards,
            Ledgers ledgers,
            EvidenceAccess access,
            FormFiles uploaded,
            FreshFolds folds) {
        this.uploaded = uploaded;
        this.commands = commands;
        this.problems = problems;
        this.boards = boards;
        this.ledgers = ledgers;
        this.access = access;
        this.folds = folds;
    }

    /** As the browser sends it. */
    public record Form(
            @Nullable String kind,
            @Nullable String entryId,
            @Nullable String statement,
            @Nullable List<@Nullable String> evidence) {}

    @GetMapping("/boards/{period}/objections/new")
    String show(
            @PathVariable Period period,
            @RequestParam(required = false) @Nullable String entryId,
            Actor actor,
            Model model) {
        return form(period, new Form(null, entryId, null, null), actor, model);
    }

    private String form(Period period, Form form, Actor actor, Model model) {
        String cadreId = own(period, actor);
        CadreFile file = folds.cadre(cadreId);
        // the board that the cadre stands on is that of the period's last day (domain.md "Ranking")
        String county = file.on(period.lastDay(), Long.MAX_VALUE)
                .map(CadreFile.Particulars::jurisdiction)
                .orElse(file.exists() ? file.current().jurisdiction() : null);
        Boards.Place place = county == null
                ? null
                : boards.rowOf(cadreId, county, period, null).orElse(null);
        if (county == null || place == null) {
            throw Refusal.of(Reason.UNKNOWN_BOARD, period);
        }
        model.addAttribute("place", place);
        model.addAttribute("period", period);
        model.addAttribute("until", Windows.end(boards.revisions(county, period)));
        model.addAttribute("entries", ledgers.statement(cadreId, period, null).entries());
        model.addAttribute("form", form);
        model.addAttribute("kept", kept(form, actor));
        return "objection/new";
    }

    private static String own(Period period, Actor actor) {
        String cadreId = actor.cadreId();
        if (cadreId == null) {
            throw Refusal.of(Reason.FORBIDDEN);
        }
        if (period instanceof Month) {
            throw Refusal.field("period", "quarter-or-year");
        }
        return cadreId;
    }

    /** Files that were sent with a form that was refused. */
    private List<Evidence> kept(Form form, Actor actor) {
        List<Evidence> kept = new ArrayList<>();
        for (String id : form.evidence() == null ? List.<@Nullable String>of() : form.evidence()) {
            if (id != null) {
                access.find(actor, id).ifPresent(kept::add);
            }
        }
        return kept;
    }

    @PostMapping("/boards/{period}/objections/new")
    String raise(
            @PathVariable Period period,
            @ModelAttribute("sent") Form sent,
            @RequestParam(name = "files", required = false) @Nullable List<MultipartFile> uploads,
            Actor actor,
            CommandKey key,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        String cadreId = own(period, actor);
        List<@Nullable String> evidence = new ArrayList<>();
        if (sent.evidence() != null) {
            evidence.addAll(sent.evidence());
        }
        return problems.attempt(
                request,
                response,
                model,
                () -> {
                    evidence.addAll(uploaded.keep(uploads, actor, key));
                    var body = new Raised(
                            null,
                            sent.kind(),
                            sent.entryId() == null || sent.entryId().isBlank() ? null : sent.entryId(),
                            sent.statement(),
                            evidence);
                    var receipt = commands.send(body.command(cadreId, period, actor, access), actor, key);
                    String id = receipt.result().objectionId();
                    return Notice.redirect(response, "/objections/" + id, receipt, "objection.raised");
                },
                () -> form(period, new Form(sent.kind(), sent.entryId(), sent.statement(), evidence), actor, model));
    }
}
