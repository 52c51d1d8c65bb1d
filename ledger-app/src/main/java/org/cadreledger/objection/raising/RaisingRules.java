package org.cadreledger.objection.raising;

import java.util.Objects;
import org.cadreledger.decisions.Decision;
import org.cadreledger.dispatch.Ids;
import org.cadreledger.ledger.keeping.FourEyes;
import org.cadreledger.ledger.keeping.LedgerFacts;
import org.cadreledger.ledger.keeping.Occasion;
import org.cadreledger.objection.RaiseObjection;
import org.cadreledger.objection.RaiseObjection.Raised;
import org.cadreledger.period.PeriodEvent;
import org.cadreledger.period.PeriodEvent.ObjectionRaised;
import org.cadreledger.period.book.PeriodBook.ObjectionState;
import org.cadreledger.period.keeping.PeriodFacts;
import org.cadreledger.refusal.Reason;
import org.cadreledger.refusal.Refusal;
import org.cadreledger.time.Period;

/** What a cadre may raise against a board: on the own entries or standing, from publication until final. Pure. */
final class RaisingRules {
    private RaisingRules() {}

    /** County whose board of the period the cadre stands on: the one of the period's last day (domain.md "Ranking"). */
    static String countyOf(Period period, LedgerFacts ledger) {
        return ledger.file()
                .on(period.lastDay(), Long.MAX_VALUE)
                .map(facts -> facts.jurisdiction())
                .orElse(ledger.jurisdiction());
    }

    static Decision<PeriodEvent, Raised> raise(RaiseObjection c, LedgerFacts ledger, PeriodFacts facts) {
        FourEyes.requireSelf(facts.actor(), c.cadreId());
        String id = c.objectionId() == null ? Ids.from(facts.context().key(), "objection") : c.objectionId();
        ObjectionState known = facts.periods().objection(id).orElse(null);
        if (known != null) {
            return repeat(c, known.raised().event());
        }
        Occasion.requireId("objectionId", id);
        facts.requireBoardPeriod(c.period());
        if (facts.published(c.period()).isFinal()) {
            throw Refusal.of(Reason.ALREADY_FINAL, c.period());
        }
        if (c.entryId() != null && ledger.ledgers().entry(c.entryId()).isEmpty()) {
            throw Refusal.of(Reason.UNKNOWN_ENTRY, c.entryId());
        }
        ObjectionRaised raised = new ObjectionRaised(
                facts.jurisdiction(), c.period(), id, c.cadreId(), c.kind(), c.entryId(), c.evidence(), c.statement());
        return Decision.of(new Raised(id), facts.jurisdiction(), raised);
    }

    private static Decision<PeriodEvent, Raised> repeat(RaiseObjection c, ObjectionRaised known) {
        boolean same = known.cadreId().equals(c.cadreId())
                && known.period().equals(c.period())
                && known.kind() == c.kind()
                && Objects.equals(known.entryId(), c.entryId())
                && known.evidence().equals(c.evidence())
                // an erased statement is like any
                && (known.statement() == null || known.statement().equals(c.statement()));
        if (!same) {
            throw Refusal.of(Reason.ID_TAKEN, known.objectionId());
        }
        return Decision.repeat(new Raised(known.objectionId()));
    }
}
