package org.cadreledger.ledger.desk.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cadreledger.access.Actor;
import org.cadreledger.access.Command;
import org.cadreledger.cadre.Cadres;
import org.cadreledger.dispatch.CommandKey;
import org.cadreledger.dispatch.Commands;
import org.cadreledger.evidence.api.EvidenceAccess;
import org.cadreledger.evidence.api.FormFiles;
import org.cadreledger.ledger.ApplyDeduction;
import org.cadreledger.points.Points;
import org.cadreledger.refusal.Refusal;
import org.cadreledger.web.pages.PageController;
import org.cadreledger.web.pages.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/**
 * What the department enters for one or several cadres. One form: the buttons that search, add and remove send it and show it
 * again with everything that is in it; with scripts only a part of the page changes.
 */
@PageController
class EntryPages {
    static final String PATH = DeductionPages.BASE + "/new";
    private static final String VIEW = "desk/entry";
    private static final String SUBMIT = "submit";

    private final EntryChoices choices;
    private final FormFiles files;
    private final EvidenceAccess access;
    private final Cadres cadres;
    private final Commands commands;
    private final Problems problems;

    EntryPages(
            EntryChoices choices,
            FormFiles files,
            EvidenceAccess access,
            Cadres cadres,
            Commands commands,
            Problems problems) {
        this.choices = choices;
        this.files = files;
        this.access = access;
        this.cadres = cadres;
        this.commands = commands;
        this.problems = problems;
    }

    /**
     * What became of one cadre's part.
     *
     * @param path of the entry; null when refused
     * @param refused in words; null when entered
     */
    public record Result(
            String cadreId,
            String name,
            @Nullable String unit,
            @Nullable Points points,
            @Nullable String path,
            @Nullable String refused) {}

    @GetMapping(PATH)
    String form(Actor actor, HttpServletRequest request, Model model) {
        return show(EntryForm.of(request), actor, model);
    }

    @PostMapping(PATH)
    String send(
            @RequestParam(name = "do", defaultValue = "refresh") String act,
            @RequestParam(name = "add", required = false) @Nullable List<String> added,
            @RequestParam(name = "file", required = false) @Nullable List<MultipartFile> uploads,
            Actor actor,
            CommandKey key,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        EntryForm sent = changed(EntryForm.of(request), act, added == null ? List.of() : added);
        List<String> ids = new ArrayList<>();
        return problems.attempt(
                request,
                response,
                model,
                () -> {
                    ids.addAll(files.keep(uploads, actor, CommandKey.fresh()));
                    EntryForm form = sent.withFiles(ids);
                    return act.equals(SUBMIT) ? enter(form, actor, key, request, model) : show(form, actor, model);
                },
                () -> show(sent.withFiles(ids), actor, model));
    }

    private static EntryForm changed(EntryForm form, String act, List<String> added) {
        int colon = act.indexOf(':');
        String id = act.substring(colon + 1);
        return switch (act.substring(0, Math.max(colon, 0))) {
            case "add" -> form.with(List.of(id));
            case "remove" -> form.without(id);
            case "remove-file" -> form.withoutFile(id);
            default -> act.equals("add") ? form.with(added) : form;
        };
    }

    private String show(EntryForm form, Actor actor, Model model) {
        model.addAttribute("entry", choices.of(form, actor));
        return VIEW;
    }

    /** One by one: what is refused for one cadre does not stop the others. */
    private String enter(EntryForm form, Actor actor, CommandKey key, HttpServletRequest request, Model model) {
        Map<String, Command<ApplyDeduction.Applied>> all = form.commands(actor, access);
        List<Result> results = new ArrayList<>();
        all.forEach((cadreId, command) -> {
            Cadres.Listed cadre = cadres.find(cadreId)
                    .filter(one -> actor.actsIn(one.jurisdiction()))
                    .orElse(null);
            String name = cadre == null || cadre.name() == null ? cadreId : cadre.name();
            String unit = cadre == null ? null : cadre.unit();
            try {
                ApplyDeduction.Applied applied =
                        commands.send(command, actor, key.item(cadreId)).result();
                String path = DeductionPages.BASE + "/" + cadreId + "/" + applied.deductionId();
                results.add(new Result(cadreId, name, unit, applied.points(), path, null));
            } catch (Refusal refusal) {
                String why = problems.document(refusal, request).detail();
                results.add(new Result(cadreId, name, unit, null, null, why));
            }
        });
        // nobody's part was taken: the form is as good as refused, and stays
        if (results.stream().allMatch(result -> result.path() == null)) {
            model.addAttribute("results", results);
            return show(form, actor, model);
        }
        model.addAttribute("results", results);
        model.addAttribute(
                "entered",
                results.stream().filter(result -> result.path() != null).count());
        return "desk/entered";
    }
}
