package org.cadreledger.ledger.deduction;

import java.util.Objects;
import java.util.Optional;
import org.cadreledger.access.Command.Done;
import org.cadreledger.catalogue.Catalogue;
import org.cadreledger.catalogue.Catalogue.Kind;
import org.cadreledger.catalogue.Catalogue.Rule;
import org.cadreledger.decisions.Decision;
import org.cadreledger.dispatch.Ids;
import org.cadreledger.ledger.ApplyDeduction.Applied;
import org.cadreledger.ledger.CarryOverClaim.CarriedOver;
import org.cadreledger.ledger.CarryOverDeduction;
import org.cadreledger.ledger.ConfirmDeduction;
import org.cadreledger.ledger.ConfirmDeduction.Confirmed;
import org.cadreledger.ledger.DismissDeduction;
import org.cadreledger.ledger.Entry;
import org.cadreledger.ledger.LedgerEvent;
import org.cadreledger.ledger.LedgerEvent.BaseDeductionApplied;
import org.cadreledger.ledger.LedgerEvent.BonusAwarded;
import org.cadreledger.ledger.LedgerEvent.DeductionApplied;
import org.cadreledger.ledger.LedgerEvent.DeductionCarriedOver;
import org.cadreledger.ledger.LedgerEvent.DeductionConfirmed;
import org.cadreledger.ledger.LedgerEvent.DeductionDismissed;
import org.cadreledger.ledger.Proposal;
import org.cadreledger.ledger.keeping.Counting;
import org.cadreledger.ledger.keeping.FourEyes;
import org.cadreledger.ledger.keeping.LedgerFacts;
import org.cadreledger.ledger.keeping.Occasion;
import org.cadreledger.ledger.keeping.RuleUse;
import org.cadreledger.ledger.state.DepartmentItem;
import org.cadreledger.points.Points;
import org.cadreledger.refusal.Reason;
import org.cadreledger.refusal.Refusal;
import org.cadreledger.time.Month;

/** What the department enters with its basis document, and a second person confirms (domain.md "Cycle", 1). Pure. */
final class DeductionRules {
    private DeductionRules() {}

    static String idOf(EntryForm form, LedgerFacts facts) {
        return form.deductionId() == null ? Ids.from(facts.context().key(), "deduction") : form.deductionId();
    }

    static Decision<LedgerEvent, Applied> enter(EntryForm form, LedgerFacts facts) {
        FourEyes.requireReach(facts.actor(), facts.jurisdiction());
        FourEyes.requireOther(facts.actor(), facts.cadreId());
        String id = idOf(form, facts);
        DepartmentItem known = facts.ledgers().deduction(id).orElse(null);
        if (known != null) {
            return repeat(form, known);
        }
        Occasion.requireId("deductionId", id);
        Occasion.requireFree(facts, id);
        Proposal proposal = price(form, facts);
        return Decision.of(
                new Applied(id, proposal.points()), facts.jurisdiction(), event(form.cadreId(), id, proposal));
    }

    static Decision<LedgerEvent, Confirmed> confirm(ConfirmDeduction c, LedgerFacts facts) {
        DepartmentItem item = second(facts, c.deductionId());
        requireOpen(item);
        Proposal proposal = item.proposal();
        Counting counting = facts.counting(item.month());
        rule(facts, proposal).ifPresent(rule -> RuleUse.requireUncounted(rule, facts, counting.month(), null));
        Entry entry = new Entry(
                c.deductionId(),
                proposal.kind(),
                proposal.rule(),
                proposal.level(),
                proposal.item(),
                proposal.catalogue(),
                proposal.matter(),
                proposal.points(),
                counting.fixed() ? counting.month() : item.month(),
                counting.month(),
                counting.fixed());
        return Decision.inEach(
                new Confirmed(entry.entryId(), entry.points(), entry.countsIn()),
                counting.counties(),
                new DeductionConfirmed(c.cadreId(), c.deductionId(), entry, c.note()));
    }

    /** By the catalogue version that it was entered with; empty for a deduction from a base item. */
    private static Optional<Rule> rule(LedgerFacts facts, Proposal proposal) {
        return Optional.ofNullable(proposal.rule())
                .flatMap(code -> facts.catalogues()
                        .version(proposal.catalogue())
                        .flatMap(version -> version.catalogue().rule(code)));
    }

    static Decision<LedgerEvent, Done> dismiss(DismissDeduction c, LedgerFacts facts) {
        requireOpen(second(facts, c.deductionId()));
        return Decision.of(
                Done.DONE, facts.jurisdiction(), new DeductionDismissed(c.cadreId(), c.deductionId(), c.reason()));
    }

    static Decision<LedgerEvent, CarriedOver> carryOver(CarryOverDeduction c, LedgerFacts facts) {
        DepartmentItem item = item(facts, c.deductionId());
        requireOpen(item);
        Month next = facts.counting(item.month().next()).month();
        return Decision.of(
                new CarriedOver(next),
                facts.jurisdiction(),
                new DeductionCarriedOver(c.cadreId(), c.deductionId(), next, c.reason()));
    }

    private static Decision<LedgerEvent, Applied> repeat(EntryForm form, DepartmentItem known) {
        if (!form.says(known.proposal())) {
            throw Refusal.of(Reason.ID_TAKEN, known.deductionId());
        }
        return Decision.repeat(new Applied(known.deductionId(), known.proposal().points()));
    }

    private static Proposal price(EntryForm form, LedgerFacts facts) {
        if (form.basis().isBlank()) {
            throw Refusal.field("basis", "required");
        }
        new Occasion(form.month(), form.matter(), form.occurredOn()).require(facts);
        Catalogue catalogue = RuleUse.catalogueOf(facts, form.month());
        Proposal proposal = form.kind() == Entry.EntryKind.BASE
                ? form.priced(catalogue.version(), basePoints(form, catalogue))
                : byRule(form, catalogue, facts);
        Occasion.requireOpen(facts, form.month());
        return proposal;
    }

    private static Proposal byRule(EntryForm form, Catalogue catalogue, LedgerFacts facts) {
        Kind kind = form.kind() == Entry.EntryKind.BONUS ? Kind.BONUS : Kind.DEDUCTION;
        RuleUse use = RuleUse.of(catalogue, kind, Objects.requireNonNull(form.rule()), form.level(), "");
        Occasion.requireOpen(facts, form.month());
        use.requireUnused(facts, form.month(), null);
        return form.priced(use.catalogue(), use.points());
    }

    /** May exceed the item, which stops at 0 (http-api.md). */
    private static Points basePoints(EntryForm form, Catalogue catalogue) {
        String item = Objects.requireNonNull(form.item());
        Points points = Objects.requireNonNull(form.points());
        if (catalogue.baseItem(item).isEmpty()) {
            throw Refusal.field("item", "unknown-item", item);
        }
        if (!points.isPositive()) {
            throw Refusal.field("points", "not-positive");
        }
        return points;
    }

    private static LedgerEvent event(String cadreId, String id, Proposal proposal) {
        return switch (proposal.kind()) {
            case DEDUCTION -> new DeductionApplied(cadreId, id, proposal);
            case BASE -> new BaseDeductionApplied(cadreId, id, proposal);
            case BONUS -> new BonusAwarded(cadreId, id, proposal);
        };
    }

    /** Who confirms or dismisses is neither who entered it nor the cadre concerned. */
    private static DepartmentItem second(LedgerFacts facts, String id) {
        DepartmentItem item = item(facts, id);
        if (item.by().equals(facts.by())) {
            throw Refusal.of(Reason.FOUR_EYES);
        }
        return item;
    }

    private static DepartmentItem item(LedgerFacts facts, String id) {
        FourEyes.requireReach(facts.actor(), facts.jurisdiction());
        DepartmentItem item = facts.ledgers().deduction(id).orElseThrow(() -> Refusal.of(Reason.UNKNOWN_DEDUCTION, id));
        FourEyes.requireOther(facts.actor(), facts.cadreId());
        return item;
    }

    private static void requireOpen(DepartmentItem item) {
        if (!item.isOpen()) {
            throw Refusal.of(Reason.WRONG_STATE, item.deductionId(), item.status());
        }
    }
}
