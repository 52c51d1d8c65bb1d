package org.cadreledger.ledger.deduction;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.cadreledger.ledger.ApplyBaseDeduction;
import org.cadreledger.ledger.ApplyDeduction;
import org.cadreledger.ledger.AwardBonus;
import org.cadreledger.ledger.Entry.EntryKind;
import org.cadreledger.ledger.EvidenceRef;
import org.cadreledger.ledger.Proposal;
import org.cadreledger.points.Points;
import org.cadreledger.time.Month;
import org.jspecify.annotations.Nullable;

/** What the department filled in, the same for all that it enters; points only for a base item. */
record EntryForm(
        EntryKind kind,
        String cadreId,
        @Nullable String deductionId,
        Month month,
        @Nullable String rule,
        @Nullable String level,
        @Nullable String item,
        @Nullable Points points,
        String matter,
        LocalDate occurredOn,
        String basis,
        List<EvidenceRef> evidence,
        @Nullable String role) {

    static EntryForm of(ApplyDeduction c) {
        return new EntryForm(
                EntryKind.DEDUCTION,
                c.cadreId(),
                c.deductionId(),
                c.month(),
                c.rule(),
                c.level(),
                null,
                null,
                c.matter(),
                c.occurredOn(),
                c.basis(),
                c.evidence(),
                c.role());
    }

    static EntryForm of(AwardBonus c) {
        return new EntryForm(
                EntryKind.BONUS,
                c.cadreId(),
                c.deductionId(),
                c.month(),
                c.rule(),
                c.level(),
                null,
                null,
                c.matter(),
                c.occurredOn(),
                c.basis(),
                c.evidence(),
                null);
    }

    static EntryForm of(ApplyBaseDeduction c) {
        return new EntryForm(
                EntryKind.BASE,
                c.cadreId(),
                c.deductionId(),
                c.month(),
                null,
                null,
                c.item(),
                c.points(),
                c.matter(),
                c.occurredOn(),
                c.basis(),
                c.evidence(),
                null);
    }

    Proposal priced(int catalogue, Points worth) {
        return new Proposal(
                kind, rule, level, item, catalogue, worth, month, matter, occurredOn, basis, evidence, role);
    }

    /** Whether this is what was entered; catalogue and a rule's points follow from the rest. */
    boolean says(Proposal entered) {
        return priced(entered.catalogue(), Objects.requireNonNullElse(points, entered.points()))
                .equals(entered);
    }
}
