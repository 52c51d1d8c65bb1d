package org.cadreledger.ledger.review;

import java.util.Set;
import org.cadreledger.access.Command.Done;
import org.cadreledger.catalogue.Catalogue.Rule;
import org.cadreledger.decisions.Decision;
import org.cadreledger.ledger.ApproveClaim;
import org.cadreledger.ledger.ApproveClaim.Approved;
import org.cadreledger.ledger.CarryOverClaim;
import org.cadreledger.ledger.CarryOverClaim.CarriedOver;
import org.cadreledger.ledger.ClaimStatus;
import org.cadreledger.ledger.Entry;
import org.cadreledger.ledger.LedgerEvent;
import org.cadreledger.ledger.LedgerEvent.ClaimApproved;
import org.cadreledger.ledger.LedgerEvent.ClaimCarriedOver;
import org.cadreledger.ledger.LedgerEvent.ClaimRejected;
import org.cadreledger.ledger.LedgerEvent.ClaimReturned;
import org.cadreledger.ledger.LedgerEvent.ClaimScored;
import org.cadreledger.ledger.RejectClaim;
import org.cadreledger.ledger.ReturnClaim;
import org.cadreledger.ledger.ScoreClaim;
import org.cadreledger.ledger.ScoreClaim.Scored;
import org.cadreledger.ledger.keeping.Counting;
import org.cadreledger.ledger.keeping.FourEyes;
import org.cadreledger.ledger.keeping.LedgerFacts;
import org.cadreledger.ledger.keeping.Occasion;
import org.cadreledger.ledger.keeping.RuleUse;
import org.cadreledger.ledger.state.Claim;
import org.cadreledger.points.Points;
import org.cadreledger.refusal.Reason;
import org.cadreledger.refusal.Refusal;
import org.cadreledger.time.Month;

/** The two steps of review by two people (domain.md "Cycle", 1). Pure. */
final class ReviewRules {
    private ReviewRules() {}

    static Decision<LedgerEvent, Scored> score(ScoreClaim c, LedgerFacts facts) {
        Claim claim = othersClaim(facts, c.claimId());
        requireState(claim, Set.of(ClaimStatus.DECLARED, ClaimStatus.SCORED));
        String level = c.level() == null ? claim.content().level() : c.level();
        String matter = c.matter() == null ? claim.content().matter() : c.matter();
        Occasion.requireMatter(matter);
        Points points = RuleUse.pointsAt(rule(facts, claim), level, "level");
        // the reviewer may lower the level, never raise it
        if (points.compareTo(claim.content().points()) > 0) {
            throw Refusal.field("level", "level-raised", claim.content().points());
        }
        return Decision.of(
                new Scored(c.claimId(), points),
                facts.jurisdiction(),
                new ClaimScored(c.cadreId(), c.claimId(), level, matter, points, c.note()));
    }

    static Decision<LedgerEvent, Approved> approve(ApproveClaim c, LedgerFacts facts) {
        Claim claim = othersClaim(facts, c.claimId());
        FourEyes.requireNotAmong(facts.actor(), claim.scorers());
        requireState(claim, Set.of(ClaimStatus.SCORED));
        Counting counting = facts.counting(claim.month());
        RuleUse.requireUncounted(rule(facts, claim), facts, counting.month(), null);
        Entry entry = new Entry(
                c.claimId(),
                Entry.EntryKind.BONUS,
                claim.rule(),
                claim.level(),
                null,
                claim.catalogue(),
                claim.matter(),
                claim.points(),
                counting.fixed() ? counting.month() : claim.month(),
                counting.month(),
                counting.fixed());
        return Decision.inEach(
                new Approved(c.claimId(), entry.entryId(), entry.points(), entry.countsIn()),
                counting.counties(),
                new ClaimApproved(c.cadreId(), c.claimId(), entry, c.note()));
    }

    static Decision<LedgerEvent, Done> reject(RejectClaim c, LedgerFacts facts) {
        Claim claim = othersClaim(facts, c.claimId());
        FourEyes.requireNotAmong(facts.actor(), claim.scorers());
        requireState(claim, Set.of(ClaimStatus.SCORED));
        return Decision.of(Done.DONE, facts.jurisdiction(), new ClaimRejected(c.cadreId(), c.claimId(), c.reason()));
    }

    static Decision<LedgerEvent, Done> giveBack(ReturnClaim c, LedgerFacts facts) {
        Claim claim = othersClaim(facts, c.claimId());
        requireState(claim, Set.of(ClaimStatus.DECLARED, ClaimStatus.SCORED));
        return Decision.of(Done.DONE, facts.jurisdiction(), new ClaimReturned(c.cadreId(), c.claimId(), c.reason()));
    }

    static Decision<LedgerEvent, CarriedOver> carryOver(CarryOverClaim c, LedgerFacts facts) {
        Claim claim = othersClaim(facts, c.claimId());
        requireState(claim, Set.of(ClaimStatus.DECLARED, ClaimStatus.SCORED, ClaimStatus.RETURNED));
        Month next = facts.counting(claim.month().next()).month();
        return Decision.of(
                new CarriedOver(next),
                facts.jurisdiction(),
                new ClaimCarriedOver(c.cadreId(), c.claimId(), next, c.reason()));
    }

    /** Nobody reviews, approves, returns or carries over their own: neither as the cadre nor as its clerk. */
    private static Claim othersClaim(LedgerFacts facts, String claimId) {
        FourEyes.requireReach(facts.actor(), facts.jurisdiction());
        Claim claim = facts.ledgers().claim(claimId).orElseThrow(() -> Refusal.of(Reason.UNKNOWN_CLAIM, claimId));
        FourEyes.requireOther(facts.actor(), facts.cadreId());
        FourEyes.requireNotAmong(facts.actor(), claim.claimants());
        return claim;
    }

    private static void requireState(Claim claim, Set<ClaimStatus> allowed) {
        if (!allowed.contains(claim.status())) {
            throw Refusal.of(Reason.WRONG_STATE, claim.claimId(), claim.status());
        }
    }

    /** The claim keeps the catalogue version of the month that it was declared for. */
    private static Rule rule(LedgerFacts facts, Claim claim) {
        return facts.catalogues()
                .version(claim.catalogue())
                .flatMap(version -> version.catalogue().rule(claim.rule()))
                .orElseThrow(() -> Refusal.of(Reason.UNKNOWN_CATALOGUE, claim.catalogue()));
    }
}
