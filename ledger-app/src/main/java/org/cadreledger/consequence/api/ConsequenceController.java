package org.cadreledger.consequence.api;

import org.cadreledger.access.Actor;
import org.cadreledger.access.Role;
import org.cadreledger.consequence.ConfirmPriority;
import org.cadreledger.consequence.Consequence;
import org.cadreledger.consequence.Consequences;
import org.cadreledger.consequence.Consequences.FraudCase;
import org.cadreledger.consequence.Flag;
import org.cadreledger.consequence.HandleConsequence;
import org.cadreledger.consequence.HandleFraudCase;
import org.cadreledger.dispatch.CommandKey;
import org.cadreledger.dispatch.Commands;
import org.cadreledger.refusal.Reason;
import org.cadreledger.refusal.Refusal;
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

/** Flags, fraud cases, and what was done about them. */
@RestController
@RequestMapping("/api/v1")
public class ConsequenceController {
    private final Commands commands;
    private final Consequences consequences;
    private final Reach reach;

    ConsequenceController(Commands commands, Consequences consequences, Reach reach) {
        this.commands = commands;
        this.consequences = consequences;
        this.reach = reach;
    }

    public record Confirmation(
            @Nullable Integer year, @Nullable String reason) {
        public ConfirmPriority command(String cadreId) {
            Checks checks = new Checks();
            return checks.valid(new ConfirmPriority(
                    cadreId, checks.year("year", year), checks.text("reason", reason, Checks.REASON)));
        }
    }

    public record Handling(
            @Nullable String period,
            @Nullable String on,
            @Nullable String document,
            @Nullable String note) {
        public HandleConsequence command(String cadreId, Flag flag) {
            Checks checks = new Checks();
            return checks.valid(new HandleConsequence(
                    cadreId,
                    flag,
                    checks.period("period", period),
                    checks.date("on", on),
                    checks.text("document", document, Checks.REASON),
                    checks.optionalText("note", note, Checks.REASON)));
        }
    }

    public record CaseHandling(
            @Nullable String cadreId,
            @Nullable String on,
            @Nullable String document,
            @Nullable String note) {
        public HandleFraudCase command(String caseId) {
            Checks checks = new Checks();
            return checks.valid(new HandleFraudCase(
                    checks.id("cadreId", cadreId),
                    caseId,
                    checks.date("on", on),
                    checks.text("document", document, Checks.REASON),
                    checks.optionalText("note", note, Checks.REASON)));
        }
    }

    /** Staff see their county's, a cadre its own. */
    @GetMapping("/consequences")
    Listing<Consequence> list(
            @RequestParam(required = false) @Nullable String jurisdiction,
            @RequestParam(required = false) @Nullable Integer year,
            Actor actor) {
        if (actor.isDepartment() || actor.has(Role.LEADER) || actor.has(Role.DISCIPLINE)) {
            String county = reach.countyOrAll(actor, jurisdiction);
            return Listing.whole(consequences.find(county, year, null));
        }
        String cadreId = actor.cadreId();
        if (cadreId == null) {
            throw Refusal.of(Reason.FORBIDDEN);
        }
        return Listing.whole(consequences.find(jurisdiction, year, cadreId));
    }

    @PostMapping("/consequences/{cadreId}/PRIORITY/confirm")
    ResponseEntity<Object> confirm(
            @PathVariable String cadreId, @RequestBody Confirmation body, Actor actor, CommandKey key) {
        return Answers.done(commands.send(body.command(cadreId), actor, key));
    }

    @PostMapping("/consequences/{cadreId}/{flag}/handled")
    ResponseEntity<Object> handled(
            @PathVariable String cadreId,
            @PathVariable Flag flag,
            @RequestBody Handling body,
            Actor actor,
            CommandKey key) {
        mayHandle(actor, flag);
        return Answers.done(commands.send(body.command(cadreId, flag), actor, key));
    }

    /** The admonition is the discipline commission's, all else the department's (domain.md "Consequences"). */
    public static void mayHandle(Actor actor, Flag flag) {
        boolean may = flag == Flag.ADMONITION ? actor.has(Role.DISCIPLINE) : actor.isDepartment();
        if (!may) {
            throw Refusal.of(Reason.FORBIDDEN);
        }
    }

    @GetMapping("/fraud-cases")
    Listing<FraudCase> fraudCases(@RequestParam(required = false) @Nullable String jurisdiction, Actor actor) {
        return Listing.whole(consequences.fraudCases(reach.countyOrAll(actor, jurisdiction)));
    }

    @PostMapping("/fraud-cases/{caseId}/handled")
    ResponseEntity<Object> caseHandled(
            @PathVariable String caseId, @RequestBody CaseHandling body, Actor actor, CommandKey key) {
        return Answers.done(commands.send(body.command(caseId), actor, key));
    }
}
