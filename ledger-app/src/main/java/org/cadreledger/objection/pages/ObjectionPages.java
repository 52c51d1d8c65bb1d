package org.cadreledger.objection.pages;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cadreledger.access.Actor;
import org.cadreledger.access.Role;
import org.cadreledger.board.Boards;
import org.cadreledger.cadre.Cadres;
import org.cadreledger.objection.Objection;
import org.cadreledger.objection.Objections;
import org.cadreledger.read.Page;
import org.cadreledger.read.PageRequest;
import org.cadreledger.refusal.Reason;
import org.cadreledger.refusal.Refusal;
import org.cadreledger.time.Period;
import org.cadreledger.web.Listing;
import org.cadreledger.web.Reach;
import org.cadreledger.web.pages.PageController;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** The inbox of the department; a cadre finds its own there. */
@PageController
class ObjectionPages {
    private final Objections objections;
    private final Boards boards;
    private final Cadres cadres;
    private final Reach reach;
    private final ObjectionSheet sheet;

    ObjectionPages(Objections objections, Boards boards, Cadres cadres, Reach reach, ObjectionSheet sheet) {
        this.objections = objections;
        this.boards = boards;
        this.cadres = cadres;
        this.reach = reach;
        this.sheet = sheet;
    }

    /** @param until last day of the board's window; null without one */
    public record Line(
            Objection objection,
            @Nullable String name,
            @Nullable String unit,
            @Nullable LocalDate until) {}

    @GetMapping("/objections")
    String all(
            @RequestParam(required = false) @Nullable String jurisdiction,
            @RequestParam(required = false) @Nullable String period,
            @RequestParam(required = false) Objection.@Nullable Status status,
            PageRequest page,
            Actor actor,
            Model model) {
        boolean staff = isStaff(actor);
        Period asked = period == null || period.isBlank() ? null : parsed(period);
        String county = staff ? reach.countyOrAll(actor, blank(jurisdiction)) : null;
        var query = new Objections.Query(county, asked, status, staff ? null : own(actor));
        Page<Objection> found = Listing.page(page, () -> objections.find(query, page));
        Map<String, Optional<LocalDate>> windows = new HashMap<>();
        model.addAttribute(
                "lines",
                found.items().stream()
                        .map(objection -> line(objection, windows))
                        .toList());
        model.addAttribute("staff", staff);
        model.addAttribute("status", status == null ? "" : status.name());
        model.addAttribute("period", asked == null ? "" : asked.toString());
        model.addAttribute("jurisdiction", county);
        model.addAttribute("periods", county == null ? List.of() : boards.periods(county));
        model.addAttribute("first", page.after() == null ? null : address(county, asked, status, null));
        model.addAttribute("next", found.next() == null ? null : address(county, asked, status, found.next()));
        return "objection/objections";
    }

    private static @Nullable String blank(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    private static Period parsed(String text) {
        try {
            return Period.parse(text);
        } catch (IllegalArgumentException e) {
            throw Refusal.field("period", "period");
        }
    }

    private static String address(
            @Nullable String county,
            @Nullable Period period,
            Objection.@Nullable Status status,
            @Nullable String after) {
        return UriComponentsBuilder.fromPath("/objections")
                .queryParamIfPresent("jurisdiction", Optional.ofNullable(county))
                .queryParamIfPresent("period", Optional.ofNullable(period))
                .queryParamIfPresent("status", Optional.ofNullable(status))
                .queryParamIfPresent("after", Optional.ofNullable(after))
                .encode()
                .toUriString();
    }

    static boolean isStaff(Actor actor) {
        return actor.isDepartment() || actor.has(Role.LEADER);
    }

    private static String own(Actor actor) {
        String cadreId = actor.cadreId();
        if (cadreId == null) {
            throw Refusal.of(Reason.FORBIDDEN);
        }
        return cadreId;
    }

    private Line line(Objection objection, Map<String, Optional<LocalDate>> windows) {
        Optional<Cadres.Listed> cadre = cadres.find(objection.cadreId());
        Optional<LocalDate> until = windows.computeIfAbsent(
                objection.jurisdiction() + "/" + objection.period(),
                key -> Optional.ofNullable(
                        Windows.end(boards.revisions(objection.jurisdiction(), objection.period()))));
        return new Line(
                objection,
                cadre.map(Cadres.Listed::name).orElse(null),
                cadre.map(Cadres.Listed::unit).orElse(null),
                until.orElse(null));
    }

    @GetMapping("/objections/{objectionId}")
    String one(
            @PathVariable String objectionId,
            @RequestParam(required = false) @Nullable String jurisdiction,
            Actor actor,
            Model model) {
        return sheet.show(sheet.find(objectionId, blank(jurisdiction), actor), AnswerForm.EMPTY, actor, model);
    }
}
