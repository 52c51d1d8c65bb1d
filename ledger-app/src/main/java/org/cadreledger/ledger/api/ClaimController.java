package org.cadreledger.ledger.api;

import org.cadreledger.access.Actor;
import org.cadreledger.access.Role;
import org.cadreledger.dispatch.CommandKey;
import org.cadreledger.dispatch.Commands;
import org.cadreledger.evidence.api.EvidenceAccess;
import org.cadreledger.ledger.DeclareMonth;
import org.cadreledger.ledger.WithdrawClaim;
import org.cadreledger.time.Month;
import org.cadreledger.web.Answers;
import org.cadreledger.web.Checks;
import org.cadreledger.web.Nothing;
import org.cadreledger.web.Reach;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a cadre declares, itself or through the clerk of its unit. */
@RestController
@RequestMapping("/api/v1/ledgers/{cadreId}")
class ClaimController {
    private final Commands commands;
    private final EvidenceAccess evidence;

    ClaimController(Commands commands, EvidenceAccess evidence) {
        this.commands = commands;
        this.evidence = evidence;
    }

    record Statement(@Nullable String statement) {
        DeclareMonth command(String cadreId, Month month) {
            Checks checks = new Checks();
            return checks.valid(
                    new DeclareMonth(cadreId, month, checks.optionalText("statement", statement, Checks.ACCOUNT)));
        }
    }

    @PostMapping("/claims")
    ResponseEntity<Object> claim(
            @PathVariable String cadreId, @RequestBody ClaimBody body, Actor actor, CommandKey key) {
        mayClaimFor(actor, cadreId);
        return Answers.created(commands.send(body.claim(cadreId, actor, evidence), actor, key));
    }

    @PutMapping("/claims/{claimId}")
    ResponseEntity<Object> change(
            @PathVariable String cadreId,
            @PathVariable String claimId,
            @RequestBody ClaimBody body,
            Actor actor,
            CommandKey key) {
        mayClaimFor(actor, cadreId);
        return Answers.ok(commands.send(body.change(cadreId, claimId, actor, evidence), actor, key));
    }

    @PostMapping("/claims/{claimId}/withdraw")
    ResponseEntity<Object> withdraw(
            @PathVariable String cadreId,
            @PathVariable String claimId,
            @RequestBody(required = false) @Nullable Nothing body,
            Actor actor,
            CommandKey key) {
        Reach.own(actor, cadreId);
        return Answers.done(commands.send(new WithdrawClaim(cadreId, claimId), actor, key));
    }

    @PutMapping("/declarations/{month}")
    ResponseEntity<Object> declare(
            @PathVariable String cadreId,
            @PathVariable Month month,
            @RequestBody(required = false) @Nullable Statement body,
            Actor actor,
            CommandKey key) {
        Reach.own(actor, cadreId);
        Statement statement = body == null ? new Statement(null) : body;
        return Answers.done(commands.send(statement.command(cadreId, month), actor, key));
    }

    /** The clerk's unit is checked where the register is fresh: on the write side. */
    private static void mayClaimFor(Actor actor, String cadreId) {
        if (!actor.has(Role.UNIT_CLERK)) {
            Reach.own(actor, cadreId);
        }
    }
}
