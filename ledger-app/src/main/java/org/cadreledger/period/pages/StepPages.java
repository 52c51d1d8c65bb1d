package org.cadreledger.period.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import org.cadreledger.access.Actor;
import org.cadreledger.access.Command;
import org.cadreledger.board.pages.CountyChoice;
import org.cadreledger.dispatch.CommandKey;
import org.cadreledger.dispatch.Commands;
import org.cadreledger.ledger.EntryNumbers;
import org.cadreledger.period.CloseMonth;
import org.cadreledger.period.FinalisePeriod;
import org.cadreledger.period.Periods;
import org.cadreledger.period.Periods.Status;
import org.cadreledger.period.PublishBoard;
import org.cadreledger.period.ReviseBoard;
import org.cadreledger.period.api.PeriodController.Checked;
import org.cadreledger.period.api.PeriodController.Order;
import org.cadreledger.refusal.Reason;
import org.cadreledger.refusal.Refusal;
import org.cadreledger.time.Month;
import org.cadreledger.time.Period;
import org.cadreledger.web.Languages;
import org.cadreledger.web.pages.Formats;
import org.cadreledger.web.pages.Notice;
import org.cadreledger.web.pages.PageController;
import org.cadreledger.web.pages.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A step of a period: what it will do is shown before it is done, and what it has done after. */
@PageController
class StepPages {
    private final Commands commands;
    private final Periods periods;
    private final EntryNumbers entries;
    private final CountyChoice counties;
    private final Blocks blocks;
    private final Problems problems;
    private final MessageSource messages;
    private final Clock clock;

    StepPages(
            Commands commands,
            Periods periods,
            EntryNumbers entries,
            CountyChoice counties,
            Blocks blocks,
            Problems problems,
            MessageSource messages,
            ObjectProvider<Clock> clock) {
        this.commands = commands;
        this.periods = periods;
        this.entries = entries;
        this.counties = counties;
        this.blocks = blocks;
        this.problems = problems;
        this.messages = messages;
        this.clock = clock.getIfAvailable(Clock::systemUTC);
    }

    @GetMapping("/periods/{period}/{step:close|publish|revise|finalise}")
    String before(
            @PathVariable Period period,
            @PathVariable String step,
            @RequestParam(required = false) @Nullable String jurisdiction,
            Actor actor,
            Model model) {
        return form(period, Step.parse(step), counties.of(actor, jurisdiction), null, actor, model);
    }

    private String form(Period period, Step step, String county, @Nullable String document, Actor actor, Model model) {
        requireKind(period, step);
        Status status = periods.status(county, period, clock.instant())
                .orElseThrow(() -> Refusal.of(Reason.UNKNOWN_JURISDICTION, county));
        model.addAttribute("county", counties.settings(county).settings());
        model.addAttribute("status", status);
        model.addAttribute("step", step.slug());
        model.addAttribute("ready", step.isReady(status) && Step.of(status).contains(step));
        model.addAttribute("blocks", blocks.of(status.blocking(), actor));
        model.addAttribute("numbers", entries.of(county, period));
        model.addAttribute("document", document == null ? "" : document);
        return "period/step";
    }

    /** Months are closed; quarters and years are published. */
    private static void requireKind(Period period, Step step) {
        if (period instanceof Month != (step == Step.CLOSE)) {
            throw Refusal.of(Reason.NOT_FOUND);
        }
    }

    @PostMapping("/periods/{period}/{step:close|publish|revise|finalise}")
    String take(
            @PathVariable Period period,
            @PathVariable("step") String slug,
            @RequestParam(required = false) @Nullable String jurisdiction,
            @RequestParam(required = false) @Nullable String document,
            Actor actor,
            CommandKey key,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Step step = Step.parse(slug);
        requireKind(period, step);
        String county = counties.of(actor, jurisdiction);
        return problems.attempt(
                request,
                response,
                model,
                () -> {
                    Checked order = new Order(county, document).checked();
                    var receipt = commands.send(command(step, period, order), actor, key);
                    Formats f = new Formats(
                            Languages.of(request), counties.settings(county).zone(), messages);
                    return Notice.redirect(response, "/periods/" + period, receipt, "period." + slug, f.period(period));
                },
                () -> form(period, step, county, document, actor, model));
    }

    private static Command<?> command(Step step, Period period, Checked order) {
        String county = order.jurisdiction();
        return switch (step) {
            case CLOSE -> new CloseMonth(county, period.firstMonth(), order.document());
            case PUBLISH -> new PublishBoard(county, period, order.document());
            case REVISE -> new ReviseBoard(county, period, order.document());
            case FINALISE -> new FinalisePeriod(county, period, order.document());
        };
    }
}
