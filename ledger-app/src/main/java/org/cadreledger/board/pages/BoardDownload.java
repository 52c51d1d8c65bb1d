package org.cadreledger.board.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.cadreledger.board.Board;
import org.cadreledger.board.Boards.Part;
import org.cadreledger.jurisdiction.JurisdictionEvent.JurisdictionDefined;
import org.cadreledger.jurisdiction.settings.County;
import org.cadreledger.time.Period;
import org.cadreledger.web.Languages;
import org.cadreledger.web.Requests;
import org.cadreledger.web.pages.Formats;
import org.cadreledger.web.pages.PageController;
import org.cadreledger.web.pages.Spreadsheet;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/** A board to take away: what the filter leaves, whole, with its seal. */
@PageController
class BoardDownload {
    private final BoardSheet sheet;
    private final CountyChoice counties;
    private final MessageSource messages;
    private final Clock clock;

    BoardDownload(BoardSheet sheet, CountyChoice counties, MessageSource messages, ObjectProvider<Clock> clock) {
        this.sheet = sheet;
        this.counties = counties;
        this.messages = messages;
        this.clock = clock.getIfAvailable(Clock::systemUTC);
    }

    @GetMapping("/boards/{period}.xlsx")
    ResponseEntity<byte[]> download(
            @PathVariable Period period, @ModelAttribute("asked") Asked asked, HttpServletRequest request) {
        String code = counties.ofBoard(Requests.actorOrNull(request), asked.jurisdiction());
        County county = counties.settings(code);
        Formats f = new Formats(Languages.of(request), county.zone(), messages);
        Asked whole = new Asked(
                code,
                asked.category(),
                asked.revision(),
                asked.group(),
                asked.unit(),
                asked.q(),
                asked.list(),
                null,
                true);
        Part part = sheet.part(code, period, whole);
        Board board = part.board();
        List<Tied> tied = sheet.tied(board);
        Spreadsheet file = new Spreadsheet(
                f.text("board.heading", county.settings().name(), f.period(period), f.word(board.category())),
                facts(board, county.settings(), whole.isNarrowed(), f),
                header(f));
        board.rows().forEach(row -> file.row(cells(row, tied, f)));
        board.notRanked().forEach(row -> file.row(cells(row, f)));
        return file.download(f.text("board.file", period, f.word(board.category()), board.revision()));
    }

    private List<String> facts(Board board, JurisdictionDefined county, boolean narrowed, Formats f) {
        List<String> facts = new ArrayList<>(List.of(
                f.text("excel.county", county.name()),
                f.text("excel.period", f.period(board.period())),
                f.text("excel.revision", board.revision(), f.time(board.publishedAt())),
                f.text("excel.seal", Objects.requireNonNullElse(board.seal(), f.text("board.seal.computing"))),
                f.text("excel.position", Long.toString(board.position())),
                f.text("excel.time", f.time(clock.instant()))));
        if (narrowed) {
            facts.add(f.text("excel.narrowed"));
        }
        return facts;
    }

    private static List<String> header(Formats f) {
        return List.of(
                f.text("board.rank"),
                f.text("board.cadre-id"),
                f.text("board.name"),
                f.text("board.unit"),
                f.text("board.group"),
                f.text("board.total"),
                f.text("board.mark"));
    }

    private static List<Object> cells(Board.Row row, List<Tied> tied, Formats f) {
        boolean isTied = tied.stream().anyMatch(group -> group.has(row));
        return List.of(
                row.rank(),
                row.cadreId(),
                orEmpty(row.name()),
                row.unit(),
                orEmpty(row.group()),
                row.total(),
                isTied ? f.text("board.tied") : f.word(row.list()));
    }

    private static List<Object> cells(Board.NotRanked row, Formats f) {
        return List.of(
                f.text("board.not-ranked"),
                row.cadreId(),
                orEmpty(row.name()),
                row.unit(),
                "",
                "",
                f.word(row.reason()));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
