package org.cadreledger.ledger.state;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.cadreledger.ledger.ClaimStatus;
import org.cadreledger.ledger.Entry;
import org.cadreledger.ledger.LedgerEvent;
import org.cadreledger.ledger.LedgerEvent.BaseDeductionApplied;
import org.cadreledger.ledger.LedgerEvent.BonusAwarded;
import org.cadreledger.ledger.LedgerEvent.BonusClaimed;
import org.cadreledger.ledger.LedgerEvent.ClaimApproved;
import org.cadreledger.ledger.LedgerEvent.ClaimCarriedOver;
import org.cadreledger.ledger.LedgerEvent.ClaimChanged;
import org.cadreledger.ledger.LedgerEvent.ClaimRejected;
import org.cadreledger.ledger.LedgerEvent.ClaimReturned;
import org.cadreledger.ledger.LedgerEvent.ClaimScored;
import org.cadreledger.ledger.LedgerEvent.ClaimWithdrawn;
import org.cadreledger.ledger.LedgerEvent.CorrectionPosted;
import org.cadreledger.ledger.LedgerEvent.DeductionApplied;
import org.cadreledger.ledger.LedgerEvent.DeductionCarriedOver;
import org.cadreledger.ledger.LedgerEvent.DeductionConfirmed;
import org.cadreledger.ledger.LedgerEvent.DeductionDismissed;
import org.cadreledger.ledger.LedgerEvent.EntryBroughtForward;
import org.cadreledger.ledger.LedgerEvent.EntryReversed;
import org.cadreledger.ledger.LedgerEvent.GradePosted;
import org.cadreledger.ledger.LedgerEvent.MonthDeclared;
import org.cadreledger.ledger.Proposal;
import org.cadreledger.log.Recorded;
import org.cadreledger.time.Month;

/**
 * A cadre's books of one year as decisions see them. Immutable; a pure fold of the stream {@code ledger:<cadre>:<year>}.
 *
 * @param declaredMonths what the cadre said of each month that it has finished; the statement, empty when there is none
 */
public record LedgerBook(
        String cadreId,
        int year,
        Map<String, Claim> claims,
        Map<String, DepartmentItem> items,
        Map<String, PostedEntry> entries,
        Map<Month, String> declaredMonths) {

    public LedgerBook {
        claims = Map.copyOf(claims);
        items = Map.copyOf(items);
        entries = Map.copyOf(entries);
        declaredMonths = Map.copyOf(declaredMonths);
    }

    public static LedgerBook empty(String cadreId, int year) {
        return new LedgerBook(cadreId, year, Map.of(), Map.of(), Map.of(), Map.of());
    }

    public LedgerBook evolve(Recorded<? extends LedgerEvent> recorded) {
        return switch (recorded.event()) {
            case BonusClaimed e ->
                withClaim(Claim.declared(e.claimId(), content(e), e.catalogue(), recorded.by(), recorded.at()));
            case ClaimChanged e ->
                onClaim(e.claimId(), claim -> claim.changedTo(content(e), e.catalogue(), recorded.by()));
            case ClaimWithdrawn e -> onClaim(e.claimId(), claim -> claim.in(ClaimStatus.WITHDRAWN));
            case MonthDeclared e -> withDeclaration(e);
            case ClaimScored e ->
                onClaim(e.claimId(), claim -> claim.scored(e.level(), e.points(), e.matter(), recorded.by()));
            case ClaimApproved e -> approved(e, recorded);
            case ClaimRejected e -> onClaim(e.claimId(), claim -> claim.in(ClaimStatus.REJECTED));
            case ClaimReturned e -> onClaim(e.claimId(), claim -> claim.in(ClaimStatus.RETURNED));
            case ClaimCarriedOver e -> onClaim(e.claimId(), claim -> claim.carriedOverTo(e.month()));
            case DeductionApplied e -> entered(e.deductionId(), e.proposal(), recorded);
            case BaseDeductionApplied e -> entered(e.deductionId(), e.proposal(), recorded);
            case BonusAwarded e -> entered(e.deductionId(), e.proposal(), recorded);
            case DeductionConfirmed e -> confirmed(e, recorded);
            case DeductionDismissed e -> onItem(e.deductionId(), item -> item.in(DepartmentItem.Status.DISMISSED));
            case DeductionCarriedOver e -> onItem(e.deductionId(), item -> item.carriedOverTo(e.month()));
            case EntryReversed e -> reversed(e, recorded.by());
            case CorrectionPosted e -> posted(e.entry(), Set.of(recorded.by()), recorded);
            case GradePosted e -> posted(e.entry(), Set.of(recorded.by()), recorded);
            // the entry itself stands in the books of the year before
            case EntryBroughtForward _ -> this;
        };
    }

    private LedgerBook approved(ClaimApproved e, Recorded<?> recorded) {
        Claim claim = claims.get(e.claimId());
        Set<String> handledBy = new HashSet<>(claim == null ? Set.of() : claim.scorers());
        handledBy.add(recorded.by());
        return onClaim(e.claimId(), known -> known.in(ClaimStatus.APPROVED)).posted(e.entry(), handledBy, recorded);
    }

    private LedgerBook confirmed(DeductionConfirmed e, Recorded<?> recorded) {
        DepartmentItem item = items.get(e.deductionId());
        Set<String> handledBy = new HashSet<>(Set.of(recorded.by()));
        if (item != null) {
            handledBy.add(item.by());
        }
        return onItem(e.deductionId(), known -> known.in(DepartmentItem.Status.CONFIRMED))
                .posted(e.entry(), handledBy, recorded);
    }

    private LedgerBook entered(String id, Proposal proposal, Recorded<?> recorded) {
        return withItem(new DepartmentItem(
                id, proposal, DepartmentItem.Status.UNCONFIRMED, proposal.month(), recorded.by(), recorded.at()));
    }

    private LedgerBook posted(Entry entry, Set<String> handledBy, Recorded<?> recorded) {
        return withEntry(new PostedEntry(entry, handledBy, recorded.jurisdiction(), recorded.guard(), null));
    }

    private LedgerBook reversed(EntryReversed e, String by) {
        PostedEntry entry = entries.get(e.entryId());
        return entry == null
                ? this
                : withEntry(entry.reversed(new PostedEntry.Reversal(e.reason(), e.fraud(), e.objectionId(), by)));
    }

    private static Claim.Content content(BonusClaimed e) {
        return new Claim.Content(
                e.month(), e.rule(), e.level(), e.points(), e.matter(), e.occurredOn(), e.evidence(), e.account());
    }

    private static Claim.Content content(ClaimChanged e) {
        return new Claim.Content(
                e.month(), e.rule(), e.level(), e.points(), e.matter(), e.occurredOn(), e.evidence(), e.account());
    }

    private LedgerBook onClaim(String claimId, UnaryOperator<Claim> change) {
        Claim claim = claims.get(claimId);
        return claim == null ? this : withClaim(change.apply(claim));
    }

    private LedgerBook onItem(String id, UnaryOperator<DepartmentItem> change) {
        DepartmentItem item = items.get(id);
        return item == null ? this : withItem(change.apply(item));
    }

    private LedgerBook withClaim(Claim claim) {
        return new LedgerBook(cadreId, year, with(claims, claim.claimId(), claim), items, entries, declaredMonths);
    }

    private LedgerBook withItem(DepartmentItem item) {
        return new LedgerBook(cadreId, year, claims, with(items, item.deductionId(), item), entries, declaredMonths);
    }

    private LedgerBook withEntry(PostedEntry entry) {
        return new LedgerBook(
                cadreId, year, claims, items, with(entries, entry.entry().entryId(), entry), declaredMonths);
    }

    private LedgerBook withDeclaration(MonthDeclared e) {
        String statement = e.statement() == null ? "" : e.statement();
        return new LedgerBook(cadreId, year, claims, items, entries, with(declaredMonths, e.month(), statement));
    }

    private static <K, V> Map<K, V> with(Map<K, V> map, K key, V value) {
        Map<K, V> next = new HashMap<>(map);
        next.put(key, value);
        return next;
    }
}
