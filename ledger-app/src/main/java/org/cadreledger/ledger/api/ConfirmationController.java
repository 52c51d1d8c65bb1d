package org.cadreledger.ledger.api;

import org.cadreledger.access.Actor;
import org.cadreledger.dispatch.CommandKey;
import org.cadreledger.dispatch.Commands;
import org.cadreledger.ledger.CarryOverDeduction;
import org.cadreledger.ledger.ConfirmDeduction;
import org.cadreledger.ledger.DismissDeduction;
import org.cadreledger.ledger.ReverseEntry;
import org.cadreledger.web.Answers;
import org.cadreledger.web.Checks;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The second person's word on what the department entered, and reversals. */
@RestController
@RequestMapping("/api/v1/ledgers/{cadreId}")
class ConfirmationController {
    private static final String DEDUCTION = "/deductions/{deductionId}";

    private final Commands commands;

    ConfirmationController(Commands commands) {
        this.commands = commands;
    }

    /** A dismissal may give a reason or, like a confirmation, a note. */
    record Dismissal(@Nullable String reason, @Nullable String note) {
        static @Nullable String checked(@Nullable Dismissal body) {
            if (body == null) {
                return null;
            }
            Checks checks = new Checks();
            String reason = checks.optionalText("reason", body.reason, Checks.REASON);
            String note = checks.optionalText("note", body.note, Checks.REASON);
            checks.valid(true);
            return reason == null ? note : reason;
        }
    }

    record Reversal(@Nullable String reason, @Nullable Boolean fraud) {
        ReverseEntry command(String cadreId, String entryId) {
            Checks checks = new Checks();
            return checks.valid(new ReverseEntry(
                    cadreId, entryId, checks.text("reason", reason, Checks.REASON), Boolean.TRUE.equals(fraud)));
        }
    }

    @PostMapping(DEDUCTION + "/confirm")
    ResponseEntity<Object> confirm(
            @PathVariable String cadreId,
            @PathVariable String deductionId,
            @RequestBody(required = false) @Nullable Note body,
            Actor actor,
            CommandKey key) {
        ConfirmDeduction command = new ConfirmDeduction(cadreId, deductionId, Note.checked(body));
        return Answers.ok(commands.send(command, actor, key));
    }

    @PostMapping(DEDUCTION + "/dismiss")
    ResponseEntity<Object> dismiss(
            @PathVariable String cadreId,
            @PathVariable String deductionId,
            @RequestBody(required = false) @Nullable Dismissal body,
            Actor actor,
            CommandKey key) {
        DismissDeduction command = new DismissDeduction(cadreId, deductionId, Dismissal.checked(body));
        return Answers.done(commands.send(command, actor, key));
    }

    @PostMapping(DEDUCTION + "/carry-over")
    ResponseEntity<Object> carryOver(
            @PathVariable String cadreId,
            @PathVariable String deductionId,
            @RequestBody Because body,
            Actor actor,
            CommandKey key) {
        CarryOverDeduction command = new CarryOverDeduction(cadreId, deductionId, body.checked());
        return Answers.ok(commands.send(command, actor, key));
    }

    @PostMapping("/entries/{entryId}/reverse")
    ResponseEntity<Object> reverse(
            @PathVariable String cadreId,
            @PathVariable String entryId,
            @RequestBody Reversal body,
            Actor actor,
            CommandKey key) {
        return Answers.ok(commands.send(body.command(cadreId, entryId), actor, key));
    }
}
