package org.cadreledger.board.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.cadreledger.access.Actor;
import org.cadreledger.board.BoardList;
import org.cadreledger.board.Boards;
import org.cadreledger.cadre.Category;
import org.cadreledger.dispatch.CommandKey;
import org.cadreledger.dispatch.Commands;
import org.cadreledger.facts.FreshFolds;
import org.cadreledger.jurisdiction.settings.County;
import org.cadreledger.period.DesignateTied;
import org.cadreledger.refusal.Reason;
import org.cadreledger.refusal.Refusal;
import org.cadreledger.time.Period;
import org.cadreledger.web.Bulk;
import org.cadreledger.web.Checks;
import org.cadreledger.web.Reach;
import org.cadreledger.web.Requests;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Published boards. */
@RestController
@RequestMapping("/api/v1/boards/{period}")
public class BoardController {
    private final Commands commands;
    private final Boards boards;
    private final FreshFolds folds;
    private final Reach reach;
    private final SealedAnswers answers;

    BoardController(Commands commands, Boards boards, FreshFolds folds, Reach reach, SealedAnswers answers) {
        this.commands = commands;
        this.boards = boards;
        this.folds = folds;
        this.reach = reach;
        this.answers = answers;
    }

    public record DesignationBody(
            @Nullable String jurisdiction,
            @Nullable String category,
            @Nullable String group,
            @Nullable String list,
            @Nullable List<@Nullable String> cadreIds,
            @Nullable String reason) {
        public DesignateTied command(Period period) {
            Checks checks = new Checks();
            List<String> cadres = checks.ids("cadreIds", cadreIds, 1, Bulk.MOST);
            checks.unique("cadreIds", cadres);
            return checks.valid(new DesignateTied(
                    checks.id("jurisdiction", jurisdiction),
                    period,
                    checks.choice("category", category, Category.class),
                    checks.optionalLine("group", group, Checks.NAME),
                    checks.choice("list", list, BoardList.class),
                    cadres,
                    checks.text("reason", reason, Checks.REASON)));
        }
    }

    /** Of section cadres unless the category is named; whole unless a limit is given. */
    @GetMapping
    BoardView board(
            @PathVariable Period period,
            @RequestParam(required = false) @Nullable String jurisdiction,
            @RequestParam(defaultValue = "SECTION") Category category,
            @RequestParam(required = false) @Nullable Integer revision,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after,
            HttpServletRequest request) {
        String county = county(Requests.actorOrNull(request), jurisdiction);
        if (limit != null && limit < 1) {
            throw Refusal.field("limit", "between", 1, Integer.MAX_VALUE);
        }
        int most = limit == null ? Integer.MAX_VALUE : limit;
        return boards.page(county, period, category, revision, Boards.Filter.ALL, start(after), most)
                .map(BoardView::of)
                .orElseThrow(() -> Refusal.of(Reason.UNKNOWN_BOARD, period));
    }

    /** The cursor is the number of rows before: a revision's rows never change. */
    private static int start(@Nullable String after) {
        if (after == null) {
            return 0;
        }
        if (!after.matches("\\d{1,9}")) {
            throw Refusal.field("after", "cursor");
        }
        return Integer.parseInt(after);
    }

    /** A county that has opened its boards shows them to everyone; the others to those signed in whose reach it is. */
    private String county(@Nullable Actor actor, @Nullable String asked) {
        if (asked != null && isOpen(asked)) {
            return asked;
        }
        if (actor == null) {
            throw Refusal.of(Reason.UNAUTHENTICATED);
        }
        return reach.knownCounty(actor, asked);
    }

    private boolean isOpen(String asked) {
        County county = Checks.isId(asked) ? folds.county(asked) : County.NONE;
        return county.exists() && county.settings().publicBoard();
    }

    @PostMapping("/designations")
    ResponseEntity<Object> designate(
            @PathVariable Period period, @RequestBody DesignationBody body, Actor actor, CommandKey key) {
        DesignateTied command = body.command(period);
        return answers.published(commands.send(command, actor, key), command.jurisdiction(), period);
    }
}
