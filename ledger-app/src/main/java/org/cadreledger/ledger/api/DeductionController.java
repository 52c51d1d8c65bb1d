package org.cadreledger.ledger.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.cadreledger.access.Actor;
import org.cadreledger.access.Command;
import org.cadreledger.dispatch.CommandKey;
import org.cadreledger.dispatch.Commands;
import org.cadreledger.dispatch.Commands.Receipt;
import org.cadreledger.evidence.api.EvidenceAccess;
import org.cadreledger.ledger.ApplyDeduction;
import org.cadreledger.ledger.AwardBonus;
import org.cadreledger.web.Answers;
import org.cadreledger.web.Bulk;
import org.cadreledger.web.KeyedRequests;
import org.cadreledger.web.ProblemDocument;
import org.cadreledger.web.Results.Result;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the department enters: deductions, deductions from base items, bonuses for several. */
@RestController
@RequestMapping("/api/v1")
class DeductionController {
    private final Commands commands;
    private final EvidenceAccess evidence;
    private final KeyedRequests keyed;
    private final Bulk bulk;

    DeductionController(Commands commands, EvidenceAccess evidence, KeyedRequests keyed, Bulk bulk) {
        this.commands = commands;
        this.evidence = evidence;
        this.keyed = keyed;
        this.bulk = bulk;
    }

    @PostMapping("/ledgers/{cadreId}/deductions")
    ResponseEntity<Object> deduct(
            @PathVariable String cadreId, @RequestBody DepartmentBody.Deduction body, Actor actor, CommandKey key) {
        return Answers.created(commands.send(body.command(cadreId, actor, evidence), actor, key));
    }

    @PostMapping("/ledgers/{cadreId}/base-deductions")
    ResponseEntity<Object> deductFromBase(
            @PathVariable String cadreId, @RequestBody DepartmentBody.BaseDeduction body, Actor actor, CommandKey key) {
        return Answers.created(commands.send(body.command(cadreId, actor, evidence), actor, key));
    }

    @PostMapping("/deductions")
    ResponseEntity<Object> deductFromUnit(
            @RequestBody DepartmentBody.UnitDeduction body, Actor actor, CommandKey key, HttpServletRequest request) {
        List<Entered> all = body.commands(actor, evidence).stream()
                .map(command -> new Entered(command, command.cadreId(), command.deductionId(), actor, key))
                .toList();
        return each(all, key, request);
    }

    @PostMapping("/bonuses")
    ResponseEntity<Object> award(
            @RequestBody DepartmentBody.Bonus body, Actor actor, CommandKey key, HttpServletRequest request) {
        List<Entered> all = body.commands(actor, evidence).stream()
                .map((AwardBonus command) -> new Entered(command, command.cadreId(), null, actor, key))
                .toList();
        return each(all, key, request);
    }

    private ResponseEntity<Object> each(List<Entered> all, CommandKey key, HttpServletRequest request) {
        return keyed.once(key, false, () -> bulk.each(all, item -> item, HttpStatus.CREATED, request));
    }

    /** One cadre's part of a call for several. */
    private final class Entered implements Bulk.Item<ApplyDeduction.Applied> {
        private static final String STATUS = "UNCONFIRMED";

        private final Command<ApplyDeduction.Applied> command;
        private final String cadreId;
        private final @Nullable String deductionId;
        private final Actor actor;
        private final CommandKey key;

        Entered(
                Command<ApplyDeduction.Applied> command,
                String cadreId,
                @Nullable String deductionId,
                Actor actor,
                CommandKey key) {
            this.command = command;
            this.cadreId = cadreId;
            this.deductionId = deductionId;
            this.actor = actor;
            this.key = key;
        }

        @Override
        public Receipt<ApplyDeduction.Applied> send() {
            return commands.send(command, actor, key.item(cadreId));
        }

        @Override
        public Result done(ApplyDeduction.Applied result) {
            return new Result(cadreId, null, result.deductionId(), result.points(), STATUS, null);
        }

        @Override
        public Result refused(ProblemDocument problem) {
            return new Result(cadreId, null, deductionId, null, Bulk.REFUSED, problem);
        }
    }
}
