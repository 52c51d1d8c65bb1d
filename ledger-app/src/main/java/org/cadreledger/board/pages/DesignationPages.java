package org.cadreledger.board.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.cadreledger.access.Actor;
import org.cadreledger.board.Board;
import org.cadreledger.board.api.BoardController.DesignationBody;
import org.cadreledger.cadre.Category;
import org.cadreledger.dispatch.CommandKey;
import org.cadreledger.dispatch.Commands;
import org.cadreledger.dispatch.Commands.Receipt;
import org.cadreledger.period.PublishBoard.Published;
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

/** The publisher puts cadres tied at a cut on the list, up to the free places (domain.md "Ranking"). */
@PageController
class DesignationPages {
    private final Commands commands;
    private final Problems problems;
    private final BoardSheet sheet;
    private final CountyChoice counties;

    DesignationPages(Commands commands, Problems problems, BoardSheet sheet, CountyChoice counties) {
        this.commands = commands;
        this.problems = problems;
        this.sheet = sheet;
        this.counties = counties;
    }

    /** As the browser sends it; what is not ticked is not there. */
    public record Form(
            @Nullable String jurisdiction,
            @Nullable String category,
            @Nullable String group,
            @Nullable String list,
            @Nullable List<@Nullable String> cadreIds,
            @Nullable String reason) {
        static final Form EMPTY = new Form(null, null, null, null, null, null);

        /** Whether this part of the page was filled in last. */
        public boolean isOf(Tied tied) {
            return tied.list().name().equals(list) && (tied.group() == null ? "" : tied.group()).equals(group);
        }

        public boolean has(String cadreId) {
            return cadreIds != null && cadreIds.contains(cadreId);
        }
    }

    @GetMapping("/boards/{period}/designations")
    String show(
            @PathVariable Period period,
            @RequestParam(required = false) @Nullable String jurisdiction,
            @RequestParam(defaultValue = "SECTION") Category category,
            Actor actor,
            Model model) {
        return form(period, counties.of(actor, jurisdiction), category, Form.EMPTY, model);
    }

    private String form(Period period, String county, Category category, Form form, Model model) {
        Asked latest = new Asked(county, category, null, null, null, null, null, null, null);
        Board board = sheet.part(county, period, latest).board();
        model.addAttribute("county", counties.settings(county).settings());
        model.addAttribute("board", board);
        model.addAttribute("tied", sheet.tied(board));
        model.addAttribute("form", form);
        return "board/designations";
    }

    @PostMapping("/boards/{period}/designations")
    String designate(
            @PathVariable Period period,
            @ModelAttribute("sent") Form form,
            Actor actor,
            CommandKey key,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        String county = counties.of(actor, form.jurisdiction());
        Category category = "RESERVE".equals(form.category()) ? Category.RESERVE : Category.SECTION;
        return problems.attempt(
                request,
                response,
                model,
                () -> {
                    var body = new DesignationBody(
                            county, form.category(), form.group(), form.list(), form.cadreIds(), form.reason());
                    Receipt<Published> receipt = commands.send(body.command(period), actor, key);
                    String board = Asked.address(period, county, category, null);
                    return Notice.redirect(
                            response,
                            board,
                            receipt,
                            "designated",
                            receipt.result().revision());
                },
                () -> form(period, county, category, form, model));
    }
}
