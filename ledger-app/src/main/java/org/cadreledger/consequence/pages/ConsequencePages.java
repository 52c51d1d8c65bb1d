package org.cadreledger.consequence.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.cadreledger.access.Actor;
import org.cadreledger.board.pages.CountyChoice;
import org.cadreledger.cadre.Cadres.Listed;
import org.cadreledger.consequence.Consequence;
import org.cadreledger.consequence.Consequences;
import org.cadreledger.consequence.Consequences.FraudCase;
import org.cadreledger.consequence.Flag;
import org.cadreledger.jurisdiction.settings.County;
import org.cadreledger.web.Checks;
import org.cadreledger.web.Languages;
import org.cadreledger.web.Reach;
import org.cadreledger.web.pages.Formats;
import org.cadreledger.web.pages.PageController;
import org.cadreledger.web.pages.Spreadsheet;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What follows from a year's boards, and what was done about it. */
@PageController
class ConsequencePages {
    private final Consequences consequences;
    private final CountyChoice counties;
    private final CadreNames names;
    private final MessageSource messages;
    private final Clock clock;

    ConsequencePages(
            Consequences consequences,
            CountyChoice counties,
            CadreNames names,
            MessageSource messages,
            ObjectProvider<Clock> clock) {
        this.consequences = consequences;
        this.counties = counties;
        this.names = names;
        this.messages = messages;
        this.clock = clock.getIfAvailable(Clock::systemUTC);
    }

    /** @param cadre null when the register does not know the cadre any more */
    public record Line(Consequence consequence, @Nullable Listed cadre, Offer offer) {}

    /** All of one flag. */
    public record Section(Flag flag, List<Line> lines) {}

    /** A fraud case. */
    public record Case(FraudCase fraud, @Nullable Listed cadre, boolean mayHandle) {}

    @GetMapping("/consequences")
    String year(
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(required = false) @Nullable String jurisdiction,
            @RequestParam(required = false) @Nullable Flag flag,
            Actor actor,
            Model model) {
        if (!Reach.readsOthers(actor)) {
            return "redirect:/cadres/" + actor.cadreId() + "/file";
        }
        String code = counties.of(actor, jurisdiction);
        County county = counties.settings(code);
        int current = county.today(clock.instant()).getYear();
        int shown = year(year, current);
        Map<String, Listed> register = names.of(code);
        model.addAttribute("county", county.settings());
        model.addAttribute("year", shown);
        model.addAttribute("currentYear", current);
        model.addAttribute("firstYear", county.settings().firstMonth().year());
        model.addAttribute("flag", flag);
        model.addAttribute("flags", Flag.values());
        model.addAttribute("sections", sections(code, shown, flag, actor, register));
        model.addAttribute(
                "cases",
                consequences.fraudCases(code).stream()
                        .map(fraud -> new Case(
                                fraud,
                                names.of(register, fraud.cadreId()),
                                fraud.handled() == null && Offer.mayHandleCase(actor)))
                        .toList());
        return "consequence/consequences";
    }

    private static int year(@Nullable Integer asked, int current) {
        Checks checks = new Checks();
        return checks.valid(checks.year("year", asked == null ? Integer.valueOf(current) : asked));
    }

    private List<Section> sections(
            String county, int year, @Nullable Flag only, Actor actor, Map<String, Listed> register) {
        List<Consequence> all = consequences.find(county, year, null);
        return Arrays.stream(Flag.values())
                .filter(flag -> only == null || only == flag)
                .map(flag -> new Section(flag, lines(all, flag, actor, register)))
                .toList();
    }

    private List<Line> lines(List<Consequence> all, Flag flag, Actor actor, Map<String, Listed> register) {
        return all.stream()
                .filter(consequence -> consequence.flag() == flag)
                .map(consequence ->
                        new Line(consequence, names.of(register, consequence.cadreId()), Offer.of(consequence, actor)))
                .sorted(Comparator.comparing((Line line) ->
                                line.cadre() == null ? "" : line.cadre().unit())
                        .thenComparing(line -> line.consequence().cadreId()))
                .toList();
    }

    /** The list that is filed. */
    @GetMapping("/consequences.xlsx")
    ResponseEntity<byte[]> download(
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(required = false) @Nullable String jurisdiction,
            Actor actor,
            HttpServletRequest request) {
        String code = counties.of(actor, jurisdiction);
        County county = counties.settings(code);
        Formats f = new Formats(Languages.of(request), county.zone(), messages);
        int shown = year(year, county.today(clock.instant()).getYear());
        Spreadsheet file = new Spreadsheet(
                f.text("consequences.title", Integer.toString(shown)),
                List.of(
                        f.text("excel.county", county.settings().name()),
                        f.text("excel.period", f.text("format.year", Integer.toString(shown))),
                        f.text("excel.time", f.time(clock.instant()))),
                FiledList.header(f));
        for (Section section : sections(code, shown, null, actor, names.of(code))) {
            section.lines().forEach(line -> file.row(FiledList.row(line, f)));
        }
        return file.download(f.text("consequences.file", Integer.toString(shown)));
    }

    /** The columns of the filed list. */
    static final class FiledList {
        private FiledList() {}

        static List<String> header(Formats f) {
            return List.of(
                    f.text("consequences.flag"),
                    f.text("board.cadre-id"),
                    f.text("board.name"),
                    f.text("board.unit"),
                    f.text("consequences.raised-by"),
                    f.text("consequences.state"),
                    f.text("consequences.confirmed"),
                    f.text("consequences.handled-on"),
                    f.text("consequences.document"),
                    f.text("consequences.note"));
        }

        static List<@Nullable Object> row(Line line, Formats f) {
            Consequence one = line.consequence();
            Listed cadre = line.cadre();
            Consequence.Handling handled = one.handled();
            Consequence.Confirmation confirmed = one.confirmed();
            List<@Nullable Object> cells = new ArrayList<>();
            cells.add(f.word(one.flag()));
            cells.add(one.cadreId());
            cells.add(cadre == null ? null : cadre.name());
            cells.add(cadre == null ? null : cadre.unit());
            cells.add(String.join("; ", one.raisedBy().stream().map(f::period).toList()));
            cells.add(f.text("consequences.state." + Offer.state(one)));
            cells.add(confirmed == null ? null : confirmed.reason());
            cells.add(handled == null ? null : f.date(handled.on()));
            cells.add(handled == null ? null : handled.document());
            cells.add(handled == null ? null : handled.note());
            return cells;
        }
    }
}
