package org.cadreledger.ledger.api;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.cadreledger.access.Actor;
import org.cadreledger.ledger.LedgerStatement;
import org.cadreledger.ledger.Ledgers;
import org.cadreledger.ledger.Ledgers.HistoryItem;
import org.cadreledger.read.PageRequest;
import org.cadreledger.time.Period;
import org.cadreledger.web.Listing;
import org.cadreledger.web.Problem;
import org.cadreledger.web.ProblemException;
import org.cadreledger.web.Reach;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A cadre's books, read. */
@RestController
@RequestMapping("/api/v1/ledgers/{cadreId}")
class LedgerController {
    private final Ledgers ledgers;
    private final Reach reach;

    LedgerController(Ledgers ledgers, Reach reach) {
        this.ledgers = ledgers;
        this.reach = reach;
    }

    @GetMapping
    LedgerStatement statement(
            @PathVariable String cadreId,
            @RequestParam Period period,
            @RequestParam(required = false) @Nullable String asAt,
            Actor actor) {
        reach.cadre(actor, cadreId);
        return ledgers.statement(cadreId, period, asAt == null ? null : position(asAt));
    }

    /** A time, or the digits of a position. */
    private Long position(String asAt) {
        if (asAt.matches("\\d{1,18}")) {
            return Long.valueOf(asAt);
        }
        try {
            return ledgers.positionAt(Instant.parse(asAt));
        } catch (DateTimeParseException e) {
            throw new ProblemException(Problem.invalid("asAt", "time-or-position"));
        }
    }

    @GetMapping("/history")
    Listing<HistoryItem> history(@PathVariable String cadreId, PageRequest page, Actor actor) {
        reach.cadre(actor, cadreId);
        return Listing.of(Listing.page(page, () -> ledgers.history(cadreId, page)));
    }
}
