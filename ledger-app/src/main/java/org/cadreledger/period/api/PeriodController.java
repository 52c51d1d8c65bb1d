package org.cadreledger.period.api;

import java.time.Clock;
import org.cadreledger.access.Actor;
import org.cadreledger.board.api.SealedAnswers;
import org.cadreledger.dispatch.CommandKey;
import org.cadreledger.dispatch.Commands;
import org.cadreledger.period.CloseMonth;
import org.cadreledger.period.FinalisePeriod;
import org.cadreledger.period.Periods;
import org.cadreledger.period.PublishBoard;
import org.cadreledger.period.ReviseBoard;
import org.cadreledger.read.PageRequest;
import org.cadreledger.refusal.Reason;
import org.cadreledger.refusal.Refusal;
import org.cadreledger.time.Month;
import org.cadreledger.time.Period;
import org.cadreledger.web.Answers;
import org.cadreledger.web.Checks;
import org.cadreledger.web.Listing;
import org.cadreledger.web.Reach;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Months are closed; quarters and years are published, revised, finalised. */
@RestController
@RequestMapping("/api/v1/periods")
public class PeriodController {
    private final Commands commands;
    private final Periods periods;
    private final Reach reach;
    private final SealedAnswers answers;
    private final Clock clock;

    PeriodController(
            Commands commands, Periods periods, Reach reach, SealedAnswers answers, ObjectProvider<Clock> clock) {
        this.commands = commands;
        this.periods = periods;
        this.reach = reach;
        this.answers = answers;
        this.clock = clock.getIfAvailable(Clock::systemUTC);
    }

    public record Order(
            @Nullable String jurisdiction, @Nullable String document) {
        public Checked checked() {
            Checks checks = new Checks();
            return checks.valid(new Checked(
                    checks.id("jurisdiction", jurisdiction), checks.optionalText("document", document, Checks.REASON)));
        }
    }

    public record Checked(String jurisdiction, @Nullable String document) {}

    @GetMapping("/{period}")
    Periods.Status status(
            @PathVariable Period period, @RequestParam(required = false) @Nullable String jurisdiction, Actor actor) {
        String county = reach.knownCounty(actor, jurisdiction);
        return periods.status(county, period, clock.instant())
                .orElseThrow(() -> Refusal.of(Reason.UNKNOWN_JURISDICTION, county));
    }

    @GetMapping("/{month}/undeclared")
    Listing<Periods.Undeclared> undeclared(
            @PathVariable Month month,
            @RequestParam(required = false) @Nullable String jurisdiction,
            PageRequest page,
            Actor actor) {
        String county = reach.knownCounty(actor, jurisdiction);
        return Listing.of(Listing.page(page, () -> periods.undeclared(county, month, page)));
    }

    @PostMapping("/{month}/close")
    ResponseEntity<Object> close(@PathVariable Month month, @RequestBody Order body, Actor actor, CommandKey key) {
        Checked order = body.checked();
        return Answers.done(commands.send(new CloseMonth(order.jurisdiction(), month, order.document()), actor, key));
    }

    @PostMapping("/{period}/publish")
    ResponseEntity<Object> publish(@PathVariable Period period, @RequestBody Order body, Actor actor, CommandKey key) {
        Checked order = body.checked();
        PublishBoard command = new PublishBoard(order.jurisdiction(), ofQuarterOrYear(period), order.document());
        return answers.published(commands.send(command, actor, key), order.jurisdiction(), period);
    }

    @PostMapping("/{period}/revise")
    ResponseEntity<Object> revise(@PathVariable Period period, @RequestBody Order body, Actor actor, CommandKey key) {
        Checked order = body.checked();
        ReviseBoard command = new ReviseBoard(order.jurisdiction(), ofQuarterOrYear(period), order.document());
        return answers.published(commands.send(command, actor, key), order.jurisdiction(), period);
    }

    @PostMapping("/{period}/finalise")
    ResponseEntity<Object> finalise(@PathVariable Period period, @RequestBody Order body, Actor actor, CommandKey key) {
        Checked order = body.checked();
        FinalisePeriod command = new FinalisePeriod(order.jurisdiction(), ofQuarterOrYear(period), order.document());
        return Answers.done(commands.send(command, actor, key));
    }

    private static Period ofQuarterOrYear(Period period) {
        if (period instanceof Month) {
            throw Refusal.field("period", "quarter-or-year");
        }
        return period;
    }
}
