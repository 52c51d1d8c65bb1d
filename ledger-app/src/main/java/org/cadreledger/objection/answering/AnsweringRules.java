package org.cadreledger.objection.answering;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.cadreledger.access.Actor;
import org.cadreledger.decisions.Decision;
import org.cadreledger.decisions.Decision.Filed;
import org.cadreledger.dispatch.Ids;
import org.cadreledger.ledger.Entry;
import org.cadreledger.ledger.LedgerEvent;
import org.cadreledger.ledger.LedgerEvent.CorrectionPosted;
import org.cadreledger.ledger.LedgerEvent.EntryReversed;
import org.cadreledger.ledger.keeping.FourEyes;
import org.cadreledger.ledger.keeping.LedgerFacts;
import org.cadreledger.ledger.state.LedgerBook;
import org.cadreledger.ledger.state.PostedEntry;
import org.cadreledger.log.Recorded;
import org.cadreledger.objection.AnswerObjection;
import org.cadreledger.objection.AnswerObjection.Answered;
import org.cadreledger.period.PeriodEvent.ObjectionAnswered;
import org.cadreledger.period.PeriodEvent.ObjectionRaised;
import org.cadreledger.period.book.PeriodBook.ObjectionState;
import org.cadreledger.period.keeping.PeriodFacts;
import org.cadreledger.refusal.Reason;
import org.cadreledger.refusal.Refusal;
import org.jspecify.annotations.Nullable;

/** An objection is upheld or rejected, with a reason; an upheld one changes the books (domain.md "Cycle", 2). Pure. */
final class AnsweringRules {
    /** Reason of the reversal that an upheld objection brings; the words of the answer are personal and stay there. */
    static final String UPHELD = "objection upheld";

    private AnsweringRules() {}

    /** @throws Refusal UNKNOWN_OBJECTION, also for one of another period */
    static ObjectionState objection(AnswerObjection c, PeriodFacts facts) {
        return facts.periods()
                .objection(c.objectionId())
                .filter(state -> state.raised().event().period().equals(c.period()))
                .orElseThrow(() -> Refusal.of(Reason.UNKNOWN_OBJECTION, c.objectionId()));
    }

    static Settlement settle(AnswerObjection c, LedgerFacts ledger, PeriodFacts facts) {
        ObjectionState objection = objection(c, facts);
        requireThirdPerson(facts.actor(), objection.raised(), ledger);
        Recorded<ObjectionAnswered> before = objection.answered();
        if (before != null) {
            return repeat(c, before.event());
        }
        if (c.answer().isBlank()) {
            throw Refusal.field("answer", "required");
        }
        if (!c.upheld() && c.correction() != null) {
            throw Refusal.field("correction", "only-when-upheld");
        }
        return decide(c, objection.raised().event(), ledger, facts);
    }

    private static Settlement decide(AnswerObjection c, ObjectionRaised raised, LedgerFacts ledger, PeriodFacts facts) {
        SortedMap<Integer, List<Filed<LedgerEvent>>> changes = new TreeMap<>();
        String reversed = c.upheld() ? reverse(c, raised, ledger, changes) : null;
        String correction = c.correction() == null ? null : correct(c, raised, reversed, ledger, facts, changes);
        ObjectionAnswered answered = new ObjectionAnswered(
                facts.jurisdiction(),
                c.period(),
                c.objectionId(),
                raised.cadreId(),
                c.upheld(),
                reversed,
                correction,
                c.answer());
        return new Settlement(
                Decision.of(new Answered(c.objectionId(), reversed, correction), facts.jurisdiction(), answered),
                changes);
    }

    private static @Nullable String reverse(
            AnswerObjection c,
            ObjectionRaised raised,
            LedgerFacts ledger,
            SortedMap<Integer, List<Filed<LedgerEvent>>> changes) {
        String entryId = raised.entryId();
        LedgerBook book =
                entryId == null ? null : ledger.ledgers().ofEntry(entryId).orElse(null);
        PostedEntry posted = book == null ? null : book.entries().get(entryId);
        if (entryId == null || book == null || posted == null || !posted.counts()) {
            return null;
        }
        EntryReversed event = new EntryReversed(raised.cadreId(), entryId, UPHELD, false, c.objectionId());
        add(changes, book.year(), ledger.counties().stream(), event);
        return entryId;
    }

    private static String correct(
            AnswerObjection c,
            ObjectionRaised raised,
            @Nullable String reversed,
            LedgerFacts ledger,
            PeriodFacts facts,
            SortedMap<Integer, List<Filed<LedgerEvent>>> changes) {
        String entryId = Ids.from(facts.context().key(), "correction");
        Entry entry =
                CorrectionRules.entry(entryId, c, Objects.requireNonNull(c.correction()), reversed, ledger, facts);
        CorrectionPosted event = new CorrectionPosted(raised.cadreId(), entryId, entry, c.objectionId());
        // the county of the board, and those that the cadre was transferred to since: one may rank the whole year
        add(changes, entry.declaredFor().year(), ledger.counties().stream(), event);
        return entryId;
    }

    private static void add(
            SortedMap<Integer, List<Filed<LedgerEvent>>> changes,
            int year,
            Stream<String> counties,
            LedgerEvent event) {
        List<Filed<LedgerEvent>> ofYear = changes.computeIfAbsent(year, y -> new ArrayList<>());
        counties.forEach(county -> ofYear.add(new Filed<>(event, county)));
    }

    private static Settlement repeat(AnswerObjection c, ObjectionAnswered before) {
        boolean same = before.upheld() == c.upheld()
                && (before.answer() == null || before.answer().equals(c.answer()))
                && (before.correctionEntryId() == null) == (c.correction() == null);
        if (!same) {
            throw Refusal.of(Reason.WRONG_STATE, c.objectionId(), "ANSWERED");
        }
        return new Settlement(
                Decision.repeat(new Answered(c.objectionId(), before.reversedEntryId(), before.correctionEntryId())),
                new TreeMap<>());
    }

    /** Nobody answers an objection of the own, or to an entry that one scored, approved, entered or confirmed. */
    private static void requireThirdPerson(Actor actor, Recorded<ObjectionRaised> raised, LedgerFacts ledger) {
        FourEyes.requireOther(actor, raised.event().cadreId());
        FourEyes.requireNotAmong(actor, List.of(raised.by()));
        String entryId = raised.event().entryId();
        if (entryId != null) {
            ledger.ledgers().entry(entryId).ifPresent(posted -> FourEyes.requireNotAmong(actor, posted.handledBy()));
        }
    }
}
