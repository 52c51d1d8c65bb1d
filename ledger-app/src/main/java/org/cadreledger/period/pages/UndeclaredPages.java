package org.cadreledger.period.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.cadreledger.access.Actor;
import org.cadreledger.board.pages.CountyChoice;
import org.cadreledger.jurisdiction.settings.County;
import org.cadreledger.period.Periods;
import org.cadreledger.period.Periods.Undeclared;
import org.cadreledger.read.Page;
import org.cadreledger.read.PageRequest;
import org.cadreledger.time.Month;
import org.cadreledger.web.Languages;
import org.cadreledger.web.pages.Formats;
import org.cadreledger.web.pages.PageController;
import org.cadreledger.web.pages.Spreadsheet;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Who has not declared a month, to take away or to remind. */
@PageController
class UndeclaredPages {
    private final Periods periods;
    private final CountyChoice counties;
    private final MessageSource messages;
    private final Clock clock;

    UndeclaredPages(Periods periods, CountyChoice counties, MessageSource messages, ObjectProvider<Clock> clock) {
        this.periods = periods;
        this.counties = counties;
        this.messages = messages;
        this.clock = clock.getIfAvailable(Clock::systemUTC);
    }

    /** A unit's cadres who have not declared. */
    public record UnitList(String unit, List<Undeclared> cadres) {}

    private List<UnitList> byUnit(String county, Month month) {
        TreeMap<String, List<Undeclared>> units = new TreeMap<>();
        String after = null;
        do {
            Page<Undeclared> page = periods.undeclared(county, month, new PageRequest(PageRequest.MOST, after));
            page.items()
                    .forEach(cadre -> units.computeIfAbsent(cadre.unit(), unit -> new ArrayList<>())
                            .add(cadre));
            after = page.next();
        } while (after != null);
        return units.entrySet().stream()
                .map(unit -> new UnitList(unit.getKey(), unit.getValue()))
                .toList();
    }

    @GetMapping("/periods/{month}/undeclared.xlsx")
    ResponseEntity<byte[]> download(
            @PathVariable Month month,
            @RequestParam(required = false) @Nullable String jurisdiction,
            Actor actor,
            HttpServletRequest request) {
        String code = counties.of(actor, jurisdiction);
        County county = counties.settings(code);
        Formats f = new Formats(Languages.of(request), county.zone(), messages);
        Spreadsheet file = new Spreadsheet(
                f.text("undeclared.title", f.period(month)),
                List.of(
                        f.text("excel.county", county.settings().name()),
                        f.text("excel.period", f.period(month)),
                        f.text("excel.time", f.time(clock.instant()))),
                List.of(f.text("board.unit"), f.text("board.cadre-id"), f.text("board.name")));
        for (UnitList unit : byUnit(code, month)) {
            for (Undeclared cadre : unit.cadres()) {
                file.row(List.of(unit.unit(), cadre.cadreId(), cadre.name() == null ? "" : cadre.name()));
            }
        }
        return file.download(f.text("undeclared.file", month));
    }

    @GetMapping("/periods/{month}/reminder")
    String reminder(
            @PathVariable Month month,
            @RequestParam(required = false) @Nullable String jurisdiction,
            Actor actor,
            Model model) {
        String code = counties.of(actor, jurisdiction);
        County county = counties.settings(code);
        List<UnitList> units = byUnit(code, month);
        model.addAttribute("county", county.settings());
        model.addAttribute("month", month);
        model.addAttribute("units", units);
        model.addAttribute(
                "number", units.stream().mapToInt(unit -> unit.cadres().size()).sum());
        model.addAttribute("today", county.today(clock.instant()));
        return "period/reminder";
    }
}
