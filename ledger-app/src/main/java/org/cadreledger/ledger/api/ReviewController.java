package org.cadreledger.ledger.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.cadreledger.access.Actor;
import org.cadreledger.dispatch.CommandKey;
import org.cadreledger.dispatch.Commands;
import org.cadreledger.dispatch.Commands.Receipt;
import org.cadreledger.ledger.ApproveClaim;
import org.cadreledger.ledger.CarryOverClaim;
import org.cadreledger.ledger.ClaimStatus;
import org.cadreledger.ledger.RejectClaim;
import org.cadreledger.ledger.ReturnClaim;
import org.cadreledger.ledger.ScoreClaim;
import org.cadreledger.web.Answers;
import org.cadreledger.web.Bulk;
import org.cadreledger.web.Checks;
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

/** The two steps of the review. */
@RestController
@RequestMapping("/api/v1")
class ReviewController {
    private static final String CLAIM = "/ledgers/{cadreId}/claims/{claimId}";

    private final Commands commands;
    private final KeyedRequests keyed;
    private final Bulk bulk;

    ReviewController(Commands commands, KeyedRequests keyed, Bulk bulk) {
        this.commands = commands;
        this.keyed = keyed;
        this.bulk = bulk;
    }

    record Score(
            @Nullable String level,
            @Nullable String matter,
            @Nullable String note) {
        ScoreClaim command(String cadreId, String claimId) {
            Checks checks = new Checks();
            return checks.valid(new ScoreClaim(
                    cadreId,
                    claimId,
                    checks.optionalId("level", level),
                    checks.optionalLine("matter", matter, Checks.MATTER),
                    checks.optionalText("note", note, Checks.REASON)));
        }
    }

    record ClaimKey(@Nullable String cadreId, @Nullable String claimId) {}

    record Approvals(@Nullable List<@Nullable ClaimKey> items) {
        List<ApproveClaim> commands() {
            Checks checks = new Checks();
            List<ApproveClaim> commands = checks.list(
                    "items",
                    items,
                    1,
                    Bulk.MOST,
                    (place, item) -> new ApproveClaim(
                            checks.id(place + ".cadreId", item.cadreId()),
                            checks.id(place + ".claimId", item.claimId()),
                            null));
            // one that is named twice is answered twice, like everything here one by one
            return checks.valid(commands);
        }
    }

    @PostMapping(CLAIM + "/score")
    ResponseEntity<Object> score(
            @PathVariable String cadreId,
            @PathVariable String claimId,
            @RequestBody(required = false) @Nullable Score body,
            Actor actor,
            CommandKey key) {
        Score score = body == null ? new Score(null, null, null) : body;
        return Answers.ok(commands.send(score.command(cadreId, claimId), actor, key));
    }

    @PostMapping(CLAIM + "/approve")
    ResponseEntity<Object> approve(
            @PathVariable String cadreId,
            @PathVariable String claimId,
            @RequestBody(required = false) @Nullable Note body,
            Actor actor,
            CommandKey key) {
        ApproveClaim command = new ApproveClaim(cadreId, claimId, Note.checked(body));
        return Answers.ok(commands.send(command, actor, key));
    }

    @PostMapping(CLAIM + "/reject")
    ResponseEntity<Object> reject(
            @PathVariable String cadreId,
            @PathVariable String claimId,
            @RequestBody Because body,
            Actor actor,
            CommandKey key) {
        return Answers.done(commands.send(new RejectClaim(cadreId, claimId, body.checked()), actor, key));
    }

    @PostMapping(CLAIM + "/return")
    ResponseEntity<Object> giveBack(
            @PathVariable String cadreId,
            @PathVariable String claimId,
            @RequestBody Because body,
            Actor actor,
            CommandKey key) {
        return Answers.done(commands.send(new ReturnClaim(cadreId, claimId, body.checked()), actor, key));
    }

    @PostMapping(CLAIM + "/carry-over")
    ResponseEntity<Object> carryOver(
            @PathVariable String cadreId,
            @PathVariable String claimId,
            @RequestBody Because body,
            Actor actor,
            CommandKey key) {
        return Answers.ok(commands.send(new CarryOverClaim(cadreId, claimId, body.checked()), actor, key));
    }

    /** One by one, never all or nothing. */
    @PostMapping("/claims/approve")
    ResponseEntity<Object> approveAll(
            @RequestBody Approvals body, Actor actor, CommandKey key, HttpServletRequest request) {
        List<ApproveClaim> all = body.commands();
        return keyed.once(
                key, false, () -> bulk.each(all, command -> new Approval(command, actor, key), HttpStatus.OK, request));
    }

    private final class Approval implements Bulk.Item<ApproveClaim.Approved> {
        private final ApproveClaim command;
        private final Actor actor;
        private final CommandKey key;

        Approval(ApproveClaim command, Actor actor, CommandKey key) {
            this.command = command;
            this.actor = actor;
            this.key = key;
        }

        @Override
        public Receipt<ApproveClaim.Approved> send() {
            return commands.send(command, actor, key.item(command.cadreId() + "/" + command.claimId()));
        }

        @Override
        public Result done(ApproveClaim.Approved result) {
            return new Result(
                    command.cadreId(), command.claimId(), null, result.points(), ClaimStatus.APPROVED.name(), null);
        }

        @Override
        public Result refused(ProblemDocument problem) {
            return new Result(command.cadreId(), command.claimId(), null, null, Bulk.REFUSED, problem);
        }
    }
}
