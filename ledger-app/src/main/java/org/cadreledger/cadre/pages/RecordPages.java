package org.cadreledger.cadre.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.cadreledger.access.Actor;
import org.cadreledger.cadre.Cadres.Listed;
import org.cadreledger.cadre.api.RecordsController;
import org.cadreledger.cadre.api.RegisterReach;
import org.cadreledger.cadre.pages.CadreView.TypedAbsence;
import org.cadreledger.dispatch.CommandKey;
import org.cadreledger.dispatch.Commands;
import org.cadreledger.facts.FreshFolds;
import org.cadreledger.refusal.Refusal;
import org.cadreledger.web.Checks;
import org.cadreledger.web.pages.Notice;
import org.cadreledger.web.pages.PageController;
import org.cadreledger.web.pages.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Absences and annual grades of a cadre, entered on its page. */
@PageController
class RecordPages {
    private final Commands commands;
    private final RegisterReach register;
    private final FreshFolds folds;
    private final Problems problems;

    RecordPages(Commands commands, RegisterReach register, FreshFolds folds, Problems problems) {
        this.commands = commands;
        this.register = register;
        this.folds = folds;
        this.problems = problems;
    }

    @PostMapping("/cadres/{cadreId}/absences")
    String absence(
            @PathVariable String cadreId,
            @RequestParam(required = false) @Nullable String absenceId,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            Actor actor,
            CommandKey key,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        boolean replaces = absenceId != null && !absenceId.isBlank();
        return problems.attempt(
                request,
                response,
                model,
                () -> {
                    var body = new RecordsController.AbsenceBody(
                            null, Checks.said(kind), Checks.said(from), Checks.said(to));
                    var receipt =
                            commands.send(body.command(cadreId, replaces ? absenceId : null, replaces), actor, key);
                    return Notice.redirect(response, "/cadres/" + cadreId, receipt, "absence-recorded");
                },
                () -> {
                    model.addAttribute("typedAbsence", new TypedAbsence(replaces ? absenceId : null, kind, from, to));
                    return again(cadreId, actor, model);
                });
    }

    @PostMapping("/cadres/{cadreId}/grades")
    String grade(
            @PathVariable String cadreId,
            @RequestParam(defaultValue = "") String year,
            @RequestParam(defaultValue = "") String grade,
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
                    if (!year.matches("\\d{4}")) {
                        throw Refusal.field("year", year.isBlank() ? "required" : "number");
                    }
                    var body = new RecordsController.GradeBody(Checks.said(grade));
                    var receipt = commands.send(body.command(cadreId, Integer.parseInt(year)), actor, key);
                    return Notice.redirect(response, "/cadres/" + cadreId, receipt, "grade-recorded", year);
                },
                () -> {
                    model.addAttribute("typedYear", year);
                    model.addAttribute("typedGrade", grade);
                    return again(cadreId, actor, model);
                });
    }

    private String again(String cadreId, Actor actor, Model model) {
        Listed listed = register.one(actor, cadreId);
        CadreView.show(listed, folds.cadre(cadreId), null, actor, model);
        return "cadres/one";
    }
}
