package org.cadreledger.cadre.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.cadreledger.access.Actor;
import org.cadreledger.cadre.Cadres.Listed;
import org.cadreledger.cadre.RegisterCadre;
import org.cadreledger.cadre.api.RegisterController;
import org.cadreledger.cadre.api.RegisterReach;
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
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Registering a cadre, changing the particulars, transferring to another county. */
@PageController
class RegisterForms {
    private final Commands commands;
    private final RegisterReach register;
    private final FreshFolds folds;
    private final Problems problems;

    RegisterForms(Commands commands, RegisterReach register, FreshFolds folds, Problems problems) {
        this.commands = commands;
        this.register = register;
        this.folds = folds;
        this.problems = problems;
    }

    /** The particulars as they are typed. */
    public record Typed(
            @Nullable String cadreId,
            @Nullable String name,
            @Nullable String jurisdiction,
            @Nullable String category,
            @Nullable String unit,
            @Nullable String post,
            @Nullable String rank,
            @Nullable String group,
            @Nullable String registeredOn,
            @Nullable String since) {
        static Typed of(Listed cadre) {
            return new Typed(
                    cadre.cadreId(),
                    cadre.name(),
                    cadre.jurisdiction(),
                    cadre.category().name(),
                    cadre.unit(),
                    cadre.post(),
                    cadre.rank(),
                    cadre.group(),
                    cadre.registeredOn().toString(),
                    null);
        }

        static Typed newcomer(@Nullable String county) {
            return new Typed(null, null, county, "SECTION", null, null, null, null, null, null);
        }

        RegisterCadre command(String id) {
            return new RegisterController.Particulars(
                            Checks.said(name),
                            Checks.said(jurisdiction),
                            Checks.said(category),
                            Checks.said(unit),
                            Checks.said(post),
                            Checks.said(rank),
                            Checks.said(group),
                            Checks.said(registeredOn),
                            Checks.said(since))
                    .command(id);
        }
    }

    @GetMapping("/register/new")
    String newcomer(Actor actor, Model model) {
        return form(Typed.newcomer(actor.jurisdiction()), true, model);
    }

    @GetMapping("/cadres/{cadreId}/change")
    String change(@PathVariable String cadreId, Actor actor, Model model) {
        return form(Typed.of(register.one(actor, cadreId)), false, model);
    }

    private static String form(Typed typed, boolean isNew, Model model) {
        model.addAttribute("typed", typed);
        model.addAttribute("isNew", isNew);
        return "cadres/form";
    }

    @PostMapping("/register/new")
    String register(
            @ModelAttribute Typed typed,
            Actor actor,
            CommandKey key,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        String id = typed.cadreId() == null ? "" : typed.cadreId().strip();
        return problems.attempt(
                request,
                response,
                model,
                () -> {
                    if (!Checks.isId(id)) {
                        throw Refusal.field("cadreId", id.isEmpty() ? "required" : "id");
                    }
                    if (folds.cadre(id).exists()) {
                        // an unwary registration must not change somebody else's particulars
                        throw Refusal.field("cadreId", "cadre-known", id);
                    }
                    return send(typed, id, actor, key, response);
                },
                () -> form(typed, true, model));
    }

    @PostMapping("/cadres/{cadreId}/change")
    String change(
            @PathVariable String cadreId,
            @ModelAttribute Typed typed,
            Actor actor,
            CommandKey key,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return problems.attempt(
                request,
                response,
                model,
                () -> send(typed, cadreId, actor, key, response),
                () -> form(typed, false, model));
    }

    private String send(Typed typed, String cadreId, Actor actor, CommandKey key, HttpServletResponse response) {
        RegisterCadre command = typed.command(cadreId);
        var receipt = commands.send(command, actor, key);
        String code = switch (receipt.result().outcome()) {
            case CREATED -> "cadre-registered";
            case CHANGED -> "cadre-changed";
            case UNCHANGED -> "cadre-unchanged";
        };
        // who was transferred away is out of the reach of a county's own staff
        String next = actor.actsIn(command.jurisdiction()) ? "/cadres/" + cadreId : "/cadres";
        return Notice.redirect(response, next, receipt, code, command.name().strip(), cadreId);
    }
}
