package org.cadreledger.board.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.cadreledger.access.Actor;
import org.cadreledger.board.Board;
import org.cadreledger.board.Boards;
import org.cadreledger.board.Boards.Figures;
import org.cadreledger.board.Boards.Part;
import org.cadreledger.board.Boards.Revision;
import org.cadreledger.cadre.Category;
import org.cadreledger.jurisdiction.settings.County;
import org.cadreledger.refusal.Reason;
import org.cadreledger.refusal.Refusal;
import org.cadreledger.security.PageAccess;
import org.cadreledger.time.Period;
import org.cadreledger.web.Requests;
import org.cadreledger.web.pages.PageController;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The public boards. */
@PageController
class BoardPages {
    private final Boards boards;
    private final BoardSheet sheet;
    private final CountyChoice counties;

    BoardPages(Boards boards, BoardSheet sheet, CountyChoice counties) {
        this.boards = boards;
        this.sheet = sheet;
        this.counties = counties;
    }

    /** A county's boards, the latest first. */
    public record Shelf(County county, List<Boards.Published> boards) {}

    /** Where a page of rows leads on to; null for nowhere. */
    public record Pages(
            int number,
            int last,
            @Nullable String previous,
            @Nullable String next) {}

    @GetMapping("/boards")
    String all(@RequestParam(required = false) @Nullable String jurisdiction, HttpServletRequest request, Model model) {
        Actor actor = Requests.actorOrNull(request);
        List<County> shown = jurisdiction == null || jurisdiction.isBlank()
                ? counties.shown(actor)
                : List.of(counties.settings(counties.ofBoard(actor, jurisdiction)));
        model.addAttribute(
                "shelves",
                shown.stream()
                        .map(county -> new Shelf(
                                county, boards.periods(county.settings().jurisdiction())))
                        .toList());
        return "board/boards";
    }

    @GetMapping("/boards/{period}")
    String board(
            @PathVariable Period period,
            @ModelAttribute("asked") Asked asked,
            HttpServletRequest request,
            Model model) {
        Actor actor = Requests.actorOrNull(request);
        String county = counties.ofBoard(actor, asked.jurisdiction());
        Part part = sheet.part(county, period, asked);
        Board board = part.board();
        List<Tied> tied = sheet.ties(board);
        model.addAttribute("county", counties.settings(county).settings());
        model.addAttribute("board", board);
        model.addAttribute("part", part);
        model.addAttribute("lines", BoardSheet.lines(board, tied, actor));
        model.addAttribute("tied", tied);
        model.addAttribute("pages", pages(period, asked, part));
        model.addAttribute("wholeAddress", asked.whole(period));
        own(actor, board, model);
        history(board, model);
        figures(board, model);
        model.addAttribute("mayDesignate", PageAccess.allows(actor, "GET", "/boards/" + period + "/designations"));
        return "board/board";
    }

    private static Pages pages(Period period, Asked asked, Part part) {
        int last = Math.max(1, (part.matching() + Asked.ROWS - 1) / Asked.ROWS);
        if (asked.isWhole()) {
            return new Pages(1, 1, null, null);
        }
        int number = part.from() / Asked.ROWS + 1;
        return new Pages(
                number,
                last,
                number > 1 ? asked.page(period, Math.min(number - 1, last)) : null,
                number < last ? asked.page(period, number + 1) : null);
    }

    /** An own row can be defended until the period is final (domain.md "Cycle", 2). */
    private void own(@Nullable Actor actor, Board board, Model model) {
        Boards.Place own = sheet.own(actor, board);
        model.addAttribute("own", own);
        model.addAttribute(
                "mayObject",
                own != null
                        && !board.isFinal()
                        && PageAccess.allows(actor, "GET", "/boards/" + board.period() + "/objections/new"));
    }

    private void history(Board board, Model model) {
        List<Revision> revisions = boards.revisions(board.jurisdiction(), board.period());
        Revision shown = revisions.stream()
                .filter(revision -> revision.revision() == board.revision())
                .findFirst()
                .orElseThrow(() -> Refusal.of(Reason.UNKNOWN_BOARD, board.period()));
        model.addAttribute("revisions", revisions.reversed());
        model.addAttribute("revision", shown);
        model.addAttribute("isLatest", revisions.getLast().revision() == board.revision());
        Category other = board.category() == Category.SECTION ? Category.RESERVE : Category.SECTION;
        model.addAttribute("otherCategory", other);
    }

    private void figures(Board board, Model model) {
        Figures figures = boards.figures(board.jurisdiction(), board.period(), board.category(), board.revision())
                .orElseThrow(() -> Refusal.of(Reason.UNKNOWN_BOARD, board.period()));
        model.addAttribute("bars", Histogram.of(figures.totals()));
        model.addAttribute("units", figures.units());
        model.addAttribute("groups", figures.groups());
    }

    @GetMapping("/boards/{period}/changes")
    String changes(
            @PathVariable Period period,
            @RequestParam(required = false) @Nullable String jurisdiction,
            @RequestParam(required = false) @Nullable Category category,
            @RequestParam(required = false) @Nullable Integer from,
            @RequestParam(required = false) @Nullable Integer to,
            HttpServletRequest request,
            Model model) {
        String county = counties.ofBoard(Requests.actorOrNull(request), jurisdiction);
        List<Revision> revisions = boards.revisions(county, period);
        if (revisions.isEmpty()) {
            throw Refusal.of(Reason.UNKNOWN_BOARD, period);
        }
        Revision later = revision(revisions, to == null ? revisions.getLast().revision() : to, period);
        Revision earlier = revision(revisions, from == null ? Math.max(1, later.revision() - 1) : from, period);
        Category shown = category == null ? Category.SECTION : category;
        model.addAttribute("county", counties.settings(county).settings());
        model.addAttribute("period", period);
        model.addAttribute("category", shown);
        model.addAttribute("revisions", revisions);
        model.addAttribute("from", earlier);
        model.addAttribute("to", later);
        model.addAttribute("changes", boards.changes(county, period, shown, earlier.revision(), later.revision()));
        return "board/changes";
    }

    private static Revision revision(List<Revision> revisions, int number, Period period) {
        return revisions.stream()
                .filter(revision -> revision.revision() == number)
                .findFirst()
                .orElseThrow(() -> Refusal.of(Reason.UNKNOWN_BOARD, period));
    }
}
