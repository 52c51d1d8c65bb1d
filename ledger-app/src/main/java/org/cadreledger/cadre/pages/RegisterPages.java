package org.cadreledger.cadre.pages;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.cadreledger.access.Actor;
import org.cadreledger.cadre.Cadres;
import org.cadreledger.cadre.Cadres.Listed;
import org.cadreledger.cadre.Cadres.Matches;
import org.cadreledger.cadre.Category;
import org.cadreledger.cadre.api.RegisterReach;
import org.cadreledger.facts.FreshFolds;
import org.cadreledger.read.PageRequest;
import org.cadreledger.security.PageAccess;
import org.cadreledger.web.Checks;
import org.cadreledger.web.Reach;
import org.cadreledger.web.pages.Formats;
import org.cadreledger.web.pages.PageController;
import org.cadreledger.web.pages.Spreadsheet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** Who is in the register: searched, taken away, looked at one by one. */
@PageController
class RegisterPages {
    private final Cadres cadres;
    private final Reach reach;
    private final RegisterReach register;
    private final FreshFolds folds;

    RegisterPages(Cadres cadres, Reach reach, RegisterReach register, FreshFolds folds) {
        this.cadres = cadres;
        this.reach = reach;
        this.register = register;
        this.folds = folds;
    }

    /** What is asked for, as the form sends it. */
    public record Asked(
            @Nullable String text,
            @Nullable String unit,
            @Nullable Category category) {
        Cadres.Query query(Actor actor) {
            return new Cadres.Query(Checks.said(text), RegisterReach.unit(actor, Checks.said(unit)), category);
        }

        String address(String path, @Nullable String after) {
            UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
            List<Object> values = new ArrayList<>();
            put(address, values, "text", text);
            put(address, values, "unit", unit);
            put(address, values, "category", category);
            put(address, values, "after", after);
            return address.encode().buildAndExpand(values.toArray()).toUriString();
        }

        private static void put(
                UriComponentsBuilder address, List<Object> values, String name, @Nullable Object value) {
            if (value != null && !value.toString().isEmpty()) {
                address.queryParam(name, "{" + name + "}");
                values.add(value);
            }
        }
    }

    @GetMapping("/cadres")
    String list(@ModelAttribute Asked asked, PageRequest page, Actor actor, Model model) {
        String county = reach.countyOrAll(actor, null);
        Matches found = cadres.search(county, asked.query(actor), page);
        model.addAttribute("asked", asked);
        model.addAttribute("total", found.total());
        model.addAttribute("cadres", found.page().items());
        model.addAttribute("units", RegisterReach.unit(actor, null) == null ? cadres.units(county) : List.of());
        model.addAttribute("several", county == null);
        model.addAttribute("mayChange", actor.isDepartment());
        model.addAttribute("export", asked.address("/register/export", null));
        String next = found.page().next();
        model.addAttribute("first", page.after() == null ? null : asked.address("/cadres", null));
        model.addAttribute("next", next == null ? null : asked.address("/cadres", next));
        return "cadres/list";
    }

    @GetMapping("/register/export")
    ResponseEntity<byte[]> export(@ModelAttribute Asked asked, Actor actor, Model model) {
        Formats f = Formats.of(model);
        String county = reach.countyOrAll(actor, null);
        List<String> facts = new ArrayList<>();
        if (county != null && folds.county(county).exists()) {
            facts.add(f.text("export.county", folds.county(county).settings().name()));
        }
        facts.add(f.text("export.at", f.time(Instant.now())));
        Spreadsheet sheet = new Spreadsheet(f.text("cadres.title"), facts, header(f));
        String after = null;
        do {
            Matches found = cadres.search(county, asked.query(actor), new PageRequest(PageRequest.MOST, after));
            found.page().items().forEach(cadre -> sheet.row(row(cadre, f)));
            after = found.page().next();
        } while (after != null);
        return sheet.download(f.text("cadres.title"));
    }

    private static List<String> header(Formats f) {
        return List.of(
                f.text("form.cadreId"),
                f.text("form.name"),
                f.text("form.category"),
                f.text("form.unit"),
                f.text("form.post"),
                f.text("form.rank"),
                f.text("form.group"),
                f.text("form.registeredOn"),
                f.text("form.jurisdiction"));
    }

    private static List<@Nullable Object> row(Listed cadre, Formats f) {
        List<@Nullable Object> cells = new ArrayList<>();
        cells.add(cadre.cadreId());
        cells.add(cadre.name());
        cells.add(f.word(cadre.category()));
        cells.add(cadre.unit());
        cells.add(cadre.post());
        cells.add(cadre.rank());
        cells.add(cadre.group());
        cells.add(cadre.registeredOn().toString());
        cells.add(cadre.jurisdiction());
        return cells;
    }

    /** @param absence the one that is to be changed in the form */
    @GetMapping("/cadres/{cadreId}")
    String one(
            @PathVariable String cadreId,
            @RequestParam(required = false) @Nullable String absence,
            Actor actor,
            Model model) {
        Listed listed = register.one(actor, cadreId);
        CadreView.show(listed, folds.cadre(cadreId), absence, actor, model);
        model.addAttribute("mayReadPoints", PageAccess.allows(actor, "GET", "/cadres/" + cadreId + "/points"));
        model.addAttribute("mayReadFile", PageAccess.allows(actor, "GET", "/cadres/" + cadreId + "/file"));
        return "cadres/one";
    }
}
