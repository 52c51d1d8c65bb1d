package org.cadreledger.objection.api;

import java.math.BigDecimal;
import java.util.List;
import org.cadreledger.access.Actor;
import org.cadreledger.access.Role;
import org.cadreledger.dispatch.CommandKey;
import org.cadreledger.dispatch.Commands;
import org.cadreledger.evidence.api.EvidenceAccess;
import org.cadreledger.objection.AnswerObjection;
import org.cadreledger.objection.Objection;
import org.cadreledger.objection.ObjectionKind;
import org.cadreledger.objection.Objections;
import org.cadreledger.objection.RaiseObjection;
import org.cadreledger.points.Points;
import org.cadreledger.read.Page;
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
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Defences and inquiries against a board, and their answers. */
@RestController
@RequestMapping("/api/v1")
public class ObjectionController {
    private final Commands commands;
    private final Objections objections;
    private final ObjectionPlaces places;
    private final EvidenceAccess evidence;
    private final Reach reach;

    ObjectionController(
            Commands commands, Objections objections, ObjectionPlaces places, EvidenceAccess evidence, Reach reach) {
        this.commands = commands;
        this.objections = objections;
        this.places = places;
        this.evidence = evidence;
        this.reach = reach;
    }

    /** Which objections a list is asked for; ANSWERED takes both answers, so that a part may hold less than its limit. */
    enum Asked {
        ALL(null),
        OPEN(Objection.Status.OPEN),
        ANSWERED(null),
        UPHELD(Objection.Status.UPHELD),
        REJECTED(Objection.Status.REJECTED);

        private final Objection.@Nullable Status kept;

        Asked(Objection.@Nullable Status kept) {
            this.kept = kept;
        }

        boolean fits(Objection objection) {
            return this != ANSWERED || objection.status() != Objection.Status.OPEN;
        }
    }

    public record Raised(
            @Nullable String objectionId,
            @Nullable String kind,
            @Nullable String entryId,
            @Nullable String statement,
            @Nullable List<@Nullable String> evidence) {
        public RaiseObjection command(String cadreId, Period period, Actor actor, EvidenceAccess access) {
            Checks checks = new Checks();
            return checks.valid(new RaiseObjection(
                    cadreId,
                    period,
                    checks.optionalId("objectionId", objectionId),
                    checks.choice("kind", kind, ObjectionKind.class),
                    checks.optionalId("entryId", entryId),
                    checks.text("statement", statement, Checks.ACCOUNT),
                    access.refs(checks, actor, evidence)));
        }
    }

    public record CorrectionBody(
            @Nullable String month,
            @Nullable String rule,
            @Nullable String item,
            @Nullable String level,
            @Nullable BigDecimal points,
            @Nullable String matter) {
        AnswerObjection.Correction checked(Checks checks) {
            if ((rule == null) == (item == null)) {
                checks.problem("correction.rule", "rule-or-item");
            }
            Points amount = item == null ? null : checks.positive("correction.points", points);
            if (item == null && points != null) {
                checks.problem("correction.points", "superfluous");
            }
            if (item != null && level != null) {
                checks.problem("correction.level", "superfluous");
            }
            Month named = checks.month("correction.month", month);
            return new AnswerObjection.Correction(
                    named,
                    checks.optionalId("correction.rule", rule),
                    checks.optionalId("correction.item", item),
                    checks.optionalId("correction.level", level),
                    amount,
                    checks.line("correction.matter", matter, Checks.MATTER));
        }
    }

    /** @param jurisdiction only needed by staff of all counties when several counties have that id */
    public record AnswerBody(
            @Nullable String jurisdiction,
            @Nullable Boolean upheld,
            @Nullable String answer,
            @Nullable CorrectionBody correction) {
        public AnswerObjection command(String county, Period period, String objectionId) {
            Checks checks = new Checks();
            boolean decided = checks.flag("upheld", upheld);
            if (upheld != null && !decided && correction != null) {
                checks.problem("correction", "superfluous");
            }
            return checks.valid(new AnswerObjection(
                    county,
                    period,
                    objectionId,
                    decided,
                    checks.text("answer", answer, Checks.ACCOUNT),
                    correction == null ? null : correction.checked(checks)));
        }
    }

    @PostMapping("/boards/{period}/objections")
    ResponseEntity<Object> raise(@PathVariable Period period, @RequestBody Raised body, Actor actor, CommandKey key) {
        String cadreId = actor.cadreId();
        if (cadreId == null) {
            throw Refusal.of(Reason.FORBIDDEN);
        }
        ofQuarterOrYear(period);
        return Answers.created(commands.send(body.command(cadreId, period, actor, evidence), actor, key));
    }

    @PostMapping("/boards/{period}/objections/{objectionId}/answer")
    ResponseEntity<Object> answer(
            @PathVariable Period period,
            @PathVariable String objectionId,
            @RequestParam(required = false) @Nullable String jurisdiction,
            @RequestBody AnswerBody body,
            Actor actor,
            CommandKey key) {
        ofQuarterOrYear(period);
        // the content is looked at before the place is searched for
        body.command("", period, objectionId);
        String asked = body.jurisdiction() == null ? jurisdiction : body.jurisdiction();
        String county = places.county(actor, asked, period, objectionId);
        return Answers.ok(commands.send(body.command(county, period, objectionId), actor, key));
    }

    /** The inbox; a cadre sees its own. */
    @GetMapping("/objections")
    Listing<Objection> list(
            @RequestParam(required = false) @Nullable String jurisdiction,
            @RequestParam(required = false) @Nullable Period period,
            @RequestParam(required = false) @Nullable Asked status,
            PageRequest page,
            Actor actor) {
        boolean staff = actor.isDepartment() || actor.has(Role.LEADER);
        String cadreId = staff ? null : actor.cadreId();
        if (!staff && cadreId == null) {
            throw Refusal.of(Reason.FORBIDDEN);
        }
        String county = staff ? reach.countyOrAll(actor, jurisdiction) : jurisdiction;
        Asked asked = status == null ? Asked.ALL : status;
        var query = new Objections.Query(county, period, asked.kept, cadreId);
        Page<Objection> found = Listing.page(page, () -> objections.find(query, page));
        return new Listing<>(found.items().stream().filter(asked::fits).toList(), found.next());
    }

    private static void ofQuarterOrYear(Period period) {
        if (period instanceof Month) {
            throw Refusal.field("period", "quarter-or-year");
        }
    }
}
