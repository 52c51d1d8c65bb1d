package org.cadreledger.catalogue.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cadreledger.access.Actor;
import org.cadreledger.catalogue.CatalogueVersions;
import org.cadreledger.catalogue.CatalogueVersions.Version;
import org.cadreledger.catalogue.PublishCatalogue;
import org.cadreledger.dispatch.CommandKey;
import org.cadreledger.dispatch.Commands;
import org.cadreledger.refusal.Reason;
import org.cadreledger.refusal.Refusal;
import org.cadreledger.time.Month;
import org.cadreledger.web.Checks;
import org.cadreledger.web.ProblemDocument;
import org.cadreledger.web.ProblemDocument.FieldError;
import org.cadreledger.web.pages.Formats;
import org.cadreledger.web.pages.Notice;
import org.cadreledger.web.pages.PageController;
import org.cadreledger.web.pages.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A new version from an existing one, and putting it in force. */
@PageController
class DraftingPages {
    private static final String SAVE = "save";
    private static final Pattern FIELD =
            Pattern.compile("(rules|baseItems)\\[(\\d{1,3})](?:\\.levels\\[(\\d{1,3})])?(?:\\.(\\w+))?");

    private final CatalogueVersions versions;
    private final Commands commands;
    private final Problems problems;
    private final Clock clock;

    DraftingPages(CatalogueVersions versions, Commands commands, Problems problems, ObjectProvider<Clock> clock) {
        this.versions = versions;
        this.commands = commands;
        this.problems = problems;
        this.clock = clock.getIfAvailable(Clock::systemUTC);
    }

    @GetMapping("/catalogues/{version}/draft")
    String form(@PathVariable int version, Actor actor, Model model) {
        return form(version, DraftForm.of(find(version, actor).catalogue(), actor.jurisdiction()), actor, model);
    }

    private static String form(int version, DraftForm form, Actor actor, Model model) {
        model.addAttribute("based", version);
        model.addAttribute("form", form);
        model.addAttribute("choosesCounty", actor.jurisdiction() == null);
        return "catalogues/draft";
    }

    /** The buttons of rows only change the form; the last one sends it. */
    @PostMapping("/catalogues/{version}/draft")
    String draft(
            @PathVariable int version,
            @RequestParam(name = "do", defaultValue = SAVE) String button,
            Actor actor,
            CommandKey key,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        DraftForm typed = DraftForm.read(request::getParameter);
        if (!button.equals(SAVE)) {
            return form(version, typed.after(button), actor, model);
        }
        return problems.attempt(
                request,
                response,
                model,
                () -> {
                    var receipt = commands.send(typed.draft().command(), actor, key);
                    int drafted = receipt.result().version();
                    return Notice.redirect(response, "/catalogues/" + drafted, receipt, "catalogue-drafted", drafted);
                },
                () -> {
                    inWords(typed, model);
                    return form(version, typed, actor, model);
                });
    }

    /** Says which rule, not which number in the list. */
    private static void inWords(DraftForm form, Model model) {
        if (model.getAttribute("problem") instanceof ProblemDocument problem && problem.errors() != null) {
            Formats formats = Formats.of(model);
            List<FieldError> named = problem.errors().stream()
                    .map(error -> new FieldError(named(error.field(), form, formats), error.message()))
                    .toList();
            model.addAttribute(
                    "problem",
                    new ProblemDocument(
                            problem.type(),
                            problem.title(),
                            problem.status(),
                            problem.detail(),
                            problem.traceId(),
                            named));
        }
    }

    private static String named(String field, DraftForm form, Formats formats) {
        Matcher place = FIELD.matcher(field);
        if (!place.matches()) {
            return formats.textOr("form." + field, field);
        }
        int row = Integer.parseInt(place.group(2));
        List<String> parts = new ArrayList<>();
        boolean isRule = place.group(1).equals("rules");
        List<String> codes = isRule
                ? form.rules().stream().map(DraftForm.Row::code).toList()
                : form.items().stream().map(DraftForm.Item::code).toList();
        String code = row < codes.size() ? codes.get(row) : "";
        parts.add(formats.text(isRule ? "catalogues.rule-row" : "catalogues.item-row", row + 1, code));
        if (place.group(3) != null) {
            parts.add(formats.text("catalogues.level-row", Integer.parseInt(place.group(3)) + 1));
        }
        if (place.group(4) != null) {
            parts.add(formats.textOr("catalogues.field." + place.group(4), place.group(4)));
        }
        return String.join(" ", parts);
    }

    /** What will change from when on, before it is put in force for good. */
    @GetMapping("/catalogues/{version}/publish")
    String confirm(
            @PathVariable int version,
            @RequestParam(required = false) @Nullable String effectiveFrom,
            Actor actor,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Version draft = find(version, actor);
        if (!draft.isDraft()) {
            return "redirect:/catalogues/" + version; // somebody was quicker: there is how it stands
        }
        Month from =
                Month.of(clock.instant().atZone(ZoneOffset.UTC).toLocalDate()).next();
        if (effectiveFrom != null && !effectiveFrom.isBlank()) {
            Checks checks = new Checks();
            from = checks.month("effectiveFrom", effectiveFrom);
            Month asked = from;
            return problems.attempt(
                    request,
                    response,
                    model,
                    () -> publishing(draft, checks.valid(asked), true, model),
                    () -> publishing(draft, asked, false, model));
        }
        return publishing(draft, from, false, model);
    }

    private String publishing(Version draft, Month from, boolean chosen, Model model) {
        String county = draft.catalogue().jurisdiction();
        Version before = versions.inForce(from, county).orElse(null);
        model.addAttribute("version", draft);
        model.addAttribute("effectiveFrom", from);
        model.addAttribute("chosen", chosen);
        model.addAttribute("from", before);
        model.addAttribute(
                "changes",
                before == null ? List.of() : CatalogueChanges.between(before.catalogue(), draft.catalogue()));
        return "catalogues/publish";
    }

    @PostMapping("/catalogues/{version}/publish")
    String publish(
            @PathVariable int version,
            @RequestParam(defaultValue = "") String effectiveFrom,
            Actor actor,
            CommandKey key,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Version draft = find(version, actor);
        Checks checks = new Checks();
        Month from = checks.month("effectiveFrom", effectiveFrom);
        return problems.attempt(
                request,
                response,
                model,
                () -> {
                    var receipt = commands.send(checks.valid(new PublishCatalogue(version, from)), actor, key);
                    return Notice.redirect(
                            response, "/catalogues/" + version, receipt, "catalogue-published", version, from);
                },
                () -> publishing(draft, from, false, model));
    }

    private Version find(int version, Actor actor) {
        Version found = versions.find(version).orElseThrow(() -> Refusal.of(Reason.UNKNOWN_CATALOGUE, version));
        String own = found.catalogue().jurisdiction();
        if (own != null && !actor.actsIn(own)) {
            throw Refusal.of(Reason.OTHER_JURISDICTION);
        }
        return found;
    }
}
