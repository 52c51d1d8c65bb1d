package org.cadreledger.ledger.entry;

import org.cadreledger.decisions.Decision;
import org.cadreledger.dispatch.Ids;
import org.cadreledger.ledger.LedgerEvent;
import org.cadreledger.ledger.LedgerEvent.EntryReversed;
import org.cadreledger.ledger.ReverseEntry;
import org.cadreledger.ledger.ReverseEntry.Reversed;
import org.cadreledger.ledger.keeping.FourEyes;
import org.cadreledger.ledger.keeping.LedgerFacts;
import org.cadreledger.ledger.state.PostedEntry;
import org.cadreledger.refusal.Reason;
import org.cadreledger.refusal.Refusal;

/** Corrections are new events that name what they reverse; nothing is edited (architecture.md "Write side"). Pure. */
final class EntryRules {
    private EntryRules() {}

    /** Who approved it may reverse it; nobody an entry of the own. */
    static Decision<LedgerEvent, Reversed> reverse(ReverseEntry c, LedgerFacts facts) {
        FourEyes.requireReach(facts.actor(), facts.jurisdiction());
        PostedEntry posted =
                facts.ledgers().entry(c.entryId()).orElseThrow(() -> Refusal.of(Reason.UNKNOWN_ENTRY, c.entryId()));
        FourEyes.requireOther(facts.actor(), c.cadreId());
        Reversed answer = new Reversed(c.entryId(), c.fraud() ? fraudCase(c) : null);
        PostedEntry.Reversal reversal = posted.reversal();
        if (reversal != null) {
            return repeat(c, reversal, answer);
        }
        return Decision.inEach(
                answer, facts.counties(), new EntryReversed(c.cadreId(), c.entryId(), c.reason(), c.fraud(), null));
    }

    private static Decision<LedgerEvent, Reversed> repeat(
            ReverseEntry c, PostedEntry.Reversal reversal, Reversed answer) {
        boolean same =
                reversal.reason().equals(c.reason()) && reversal.fraud() == c.fraud() && reversal.objectionId() == null;
        if (!same) {
            throw Refusal.of(Reason.WRONG_STATE, c.entryId(), "REVERSED");
        }
        return Decision.repeat(answer);
    }

    /** One case for an entry, since it can be reversed only once; unique over all cadres. */
    private static String fraudCase(ReverseEntry c) {
        return Ids.from(c.cadreId() + "/" + c.entryId(), "fraud-case");
    }
}
