package org.cadreledger.ledger.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.cadreledger.access.Actor;
import org.cadreledger.ledger.ClaimStatus;
import org.cadreledger.ledger.EvidenceRef;
import org.cadreledger.ledger.PendingItem;
import org.cadreledger.ledger.PendingItems;
import org.cadreledger.points.Points;
import org.cadreledger.read.PageRequest;
import org.cadreledger.time.Month;
import org.cadreledger.web.Listing;
import org.cadreledger.web.Reach;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What waits on the department's desks. */
@RestController
@RequestMapping("/api/v1")
class QueueController {
    private final PendingItems items;
    private final Reach reach;

    QueueController(PendingItems items, Reach reach) {
        this.items = items;
        this.reach = reach;
    }

    record WaitingClaim(
            String cadreId,
            String claimId,
            @Nullable ClaimStatus status,
            @Nullable String rule,
            @Nullable String level,
            int catalogue,
            Points points,
            Month month,
            String matter,
            LocalDate occurredOn,
            List<EvidenceRef> evidence,
            String by,
            Instant since,
            @Nullable String scoredBy) {
        static WaitingClaim of(PendingItem item) {
            return new WaitingClaim(
                    item.cadreId(),
                    item.itemId(),
                    item.status(),
                    item.rule(),
                    item.level(),
                    item.catalogue(),
                    item.points(),
                    item.month(),
                    item.matter(),
                    item.occurredOn(),
                    item.evidence(),
                    item.by(),
                    item.since(),
                    item.scoredBy());
        }
    }

    record WaitingDeduction(
            String cadreId,
            String deductionId,
            String kind,
            @Nullable String rule,
            @Nullable String level,
            @Nullable String item,
            int catalogue,
            Points points,
            Month month,
            String matter,
            LocalDate occurredOn,
            List<EvidenceRef> evidence,
            String by,
            Instant since) {
        static WaitingDeduction of(PendingItem item) {
            return new WaitingDeduction(
                    item.cadreId(),
                    item.itemId(),
                    item.kind().name(),
                    item.rule(),
                    item.level(),
                    item.item(),
                    item.catalogue(),
                    item.points(),
                    item.month(),
                    item.matter(),
                    item.occurredOn(),
                    item.evidence(),
                    item.by(),
                    item.since());
        }
    }

    @GetMapping("/claims")
    Listing<WaitingClaim> claims(
            @RequestParam(required = false) @Nullable ClaimStatus status,
            @RequestParam(required = false) @Nullable String jurisdiction,
            @RequestParam(required = false) @Nullable Month month,
            PageRequest page,
            Actor actor) {
        var query = new PendingItems.Query(true, reach.countyOrAll(actor, jurisdiction), status, month);
        return Listing.of(Listing.page(page, () -> items.find(query, page)).map(WaitingClaim::of));
    }

    @GetMapping("/deductions")
    Listing<WaitingDeduction> deductions(
            @RequestParam(required = false) @Nullable String jurisdiction,
            @RequestParam(required = false) @Nullable Month month,
            PageRequest page,
            Actor actor) {
        var query = new PendingItems.Query(false, reach.countyOrAll(actor, jurisdiction), null, month);
        return Listing.of(Listing.page(page, () -> items.find(query, page)).map(WaitingDeduction::of));
    }
}
