package org.cadreledger.ledger.claim;

import org.cadreledger.access.Command.Done;
import org.cadreledger.catalogue.Catalogue.Kind;
import org.cadreledger.decisions.Decision;
import org.cadreledger.dispatch.Ids;
import org.cadreledger.ledger.ChangeClaim;
import org.cadreledger.ledger.ClaimBonus;
import org.cadreledger.ledger.ClaimBonus.Claimed;
import org.cadreledger.ledger.ClaimStatus;
import org.cadreledger.ledger.DeclareMonth;
import org.cadreledger.ledger.LedgerEvent;
import org.cadreledger.ledger.LedgerEvent.BonusClaimed;
import org.cadreledger.ledger.LedgerEvent.ClaimChanged;
import org.cadreledger.ledger.LedgerEvent.ClaimWithdrawn;
import org.cadreledger.ledger.LedgerEvent.MonthDeclared;
import org.cadreledger.ledger.WithdrawClaim;
import org.cadreledger.ledger.keeping.FourEyes;
import org.cadreledger.ledger.keeping.LedgerFacts;
import org.cadreledger.ledger.keeping.Occasion;
import org.cadreledger.ledger.keeping.RuleUse;
import org.cadreledger.ledger.state.Claim;
import org.cadreledger.ledger.state.Claim.Content;
import org.cadreledger.points.Points;
import org.cadreledger.refusal.Reason;
import org.cadreledger.refusal.Refusal;
import org.cadreledger.time.Month;
import org.jspecify.annotations.Nullable;

/** What a cadre may say of the own year (domain.md "Cycle", 1). Pure. */
final class ClaimRules {
    private ClaimRules() {}

    static Decision<LedgerEvent, Claimed> claim(ClaimBonus c, LedgerFacts facts) {
        FourEyes.requireClaimant(facts);
        String id = idOf(c, facts);
        Content said = content(c, Points.ZERO);
        Claim known = facts.ledgers().claim(id).orElse(null);
        if (known != null) {
            return repeat(known, said);
        }
        Occasion.requireId("claimId", id);
        Occasion.requireFree(facts, id);
        RuleUse use = use(said, facts, null);
        BonusClaimed claimed = new BonusClaimed(
                c.cadreId(),
                id,
                c.month(),
                c.rule(),
                c.level(),
                use.catalogue(),
                use.points(),
                c.matter(),
                c.occurredOn(),
                c.evidence(),
                c.account());
        return Decision.of(new Claimed(id, use.points()), facts.jurisdiction(), claimed);
    }

    static String idOf(ClaimBonus c, LedgerFacts facts) {
        return c.claimId() == null ? Ids.from(facts.context().key(), "claim") : c.claimId();
    }

    static Decision<LedgerEvent, Claimed> change(ChangeClaim c, LedgerFacts facts) {
        FourEyes.requireClaimant(facts);
        Claim claim = claim(facts, c.claimId());
        Content said = content(c, Points.ZERO);
        if (isRepeat(claim, said)) {
            return Decision.repeat(new Claimed(c.claimId(), claim.content().points()));
        }
        requireUnscored(claim);
        RuleUse use = use(said, facts, c.claimId());
        ClaimChanged changed = new ClaimChanged(
                c.cadreId(),
                c.claimId(),
                c.month(),
                c.rule(),
                c.level(),
                use.catalogue(),
                use.points(),
                c.matter(),
                c.occurredOn(),
                c.evidence(),
                c.account());
        return Decision.of(new Claimed(c.claimId(), use.points()), facts.jurisdiction(), changed);
    }

    static Decision<LedgerEvent, Done> withdraw(WithdrawClaim c, LedgerFacts facts) {
        FourEyes.requireClaimant(facts);
        requireUnscored(claim(facts, c.claimId()));
        return Decision.of(Done.DONE, facts.jurisdiction(), new ClaimWithdrawn(c.cadreId(), c.claimId()));
    }

    /** Saying it again is a repeat, also after the closing; saying something else of a closed month is too late. */
    static Decision<LedgerEvent, Done> declare(DeclareMonth c, LedgerFacts facts) {
        FourEyes.requireSelf(facts.actor(), c.cadreId());
        Month month = c.month();
        String statement = c.statement() == null ? "" : c.statement();
        boolean said = facts.ledgers().stream()
                .anyMatch(book -> statement.equals(book.declaredMonths().get(month)));
        if (said) {
            return Decision.repeat(Done.DONE);
        }
        Occasion.requireMonth(facts, month);
        Occasion.requireOpen(facts, month);
        return Decision.of(Done.DONE, facts.jurisdiction(), new MonthDeclared(c.cadreId(), month, c.statement()));
    }

    /** The same id with the same content is a repeat whatever became of the claim since (http-api.md "Conventions"). */
    private static Decision<LedgerEvent, Claimed> repeat(Claim known, Content said) {
        if (known.declared().says(said)) {
            return Decision.repeat(new Claimed(known.claimId(), known.declared().points()));
        }
        if (known.content().says(said)) {
            return Decision.repeat(new Claimed(known.claimId(), known.content().points()));
        }
        throw Refusal.of(Reason.ID_TAKEN, known.claimId());
    }

    /** A returned claim is declared again even without a change. */
    private static boolean isRepeat(Claim claim, Content said) {
        boolean same = claim.content().says(said);
        return same
                && (claim.status() == ClaimStatus.DECLARED
                        || (claim.changed() && claim.status() != ClaimStatus.RETURNED));
    }

    private static RuleUse use(Content said, LedgerFacts facts, @Nullable String except) {
        new Occasion(said.month(), said.matter(), said.occurredOn()).require(facts);
        RuleUse use = RuleUse.of(RuleUse.catalogueOf(facts, said.month()), Kind.BONUS, said.rule(), said.level(), "");
        if (use.rule().evidence() && said.evidence().isEmpty()) {
            throw Refusal.field("evidence", "evidence-required", said.rule());
        }
        Occasion.requireOpen(facts, said.month());
        use.requireUnused(facts, said.month(), except);
        return use;
    }

    /** A claim can be changed or withdrawn until it is scored, and again when returned. */
    private static void requireUnscored(Claim claim) {
        if (claim.status() != ClaimStatus.DECLARED && claim.status() != ClaimStatus.RETURNED) {
            throw Refusal.of(Reason.WRONG_STATE, claim.claimId(), claim.status());
        }
    }

    private static Claim claim(LedgerFacts facts, String claimId) {
        return facts.ledgers().claim(claimId).orElseThrow(() -> Refusal.of(Reason.UNKNOWN_CLAIM, claimId));
    }

    private static Content content(ClaimBonus c, Points points) {
        return new Content(
                c.month(), c.rule(), c.level(), points, c.matter(), c.occurredOn(), c.evidence(), c.account());
    }

    private static Content content(ChangeClaim c, Points points) {
        return new Content(
                c.month(), c.rule(), c.level(), points, c.matter(), c.occurredOn(), c.evidence(), c.account());
    }
}
