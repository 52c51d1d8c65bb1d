package org.cadreledger.ledger.statement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.cadreledger.ledger.Entry;
import org.cadreledger.ledger.ItemStory;
import org.cadreledger.ledger.ItemStory.Action;
import org.cadreledger.ledger.ItemStory.Source;
import org.cadreledger.ledger.ItemStory.State;
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
import org.jspecify.annotations.Nullable;

/** Tells what became of each line of a cadre's books from the events of all years in the order of the log. */
final class StoryTeller {
    private final Map<String, StoryDraft> drafts = new LinkedHashMap<>();
    private final BiFunction<Recorded<?>, Entry, Month> countingMonth;

    private StoryTeller(BiFunction<Recorded<?>, Entry, Month> countingMonth) {
        this.countingMonth = countingMonth;
    }

    /**
     * The stories, the newest first.
     *
     * @param events of the cadre's books, in the order of the log
     * @param countingMonth the month that an entry counts in, by the event that posted it
     */
    static List<ItemStory> tell(
            List<Recorded<LedgerEvent>> events, BiFunction<Recorded<?>, Entry, Month> countingMonth) {
        StoryTeller teller = new StoryTeller(countingMonth);
        events.forEach(teller::take);
        List<ItemStory> stories = new ArrayList<>();
        teller.drafts.values().forEach(draft -> stories.add(draft.story()));
        stories.sort(Comparator.comparingLong((ItemStory story) -> story.begun().position())
                .reversed());
        return stories;
    }

    private void take(Recorded<LedgerEvent> at) {
        switch (at.event()) {
            case BonusClaimed e -> claimed(at, e);
            case ClaimChanged e -> changed(at, e);
            case ClaimWithdrawn e ->
                on(e.claimId(), draft -> draft.decide(State.WITHDRAWN, Action.WITHDRAWN, null, at));
            case ClaimScored e -> on(e.claimId(), draft -> draft.score(e, at));
            case ClaimApproved e ->
                on(e.claimId(), draft -> {
                    draft.post(e.entry(), counts(at, e.entry()));
                    draft.decide(State.APPROVED, Action.APPROVED, e.note(), at);
                });
            case ClaimRejected e ->
                on(e.claimId(), draft -> draft.decide(State.REJECTED, Action.REJECTED, e.reason(), at));
            case ClaimReturned e ->
                on(e.claimId(), draft -> draft.decide(State.RETURNED, Action.RETURNED, e.reason(), at));
            case ClaimCarriedOver e -> on(e.claimId(), draft -> draft.carryOver(e.month(), e.reason(), at));
            case DeductionApplied e -> entered(at, e.deductionId(), e.proposal());
            case BaseDeductionApplied e -> entered(at, e.deductionId(), e.proposal());
            case BonusAwarded e -> entered(at, e.deductionId(), e.proposal());
            case DeductionConfirmed e ->
                on(e.deductionId(), draft -> {
                    draft.post(e.entry(), counts(at, e.entry()));
                    draft.decide(State.CONFIRMED, Action.CONFIRMED, e.note(), at);
                });
            case DeductionDismissed e ->
                on(e.deductionId(), draft -> draft.decide(State.DISMISSED, Action.DISMISSED, e.reason(), at));
            case DeductionCarriedOver e -> on(e.deductionId(), draft -> draft.carryOver(e.month(), e.reason(), at));
            case EntryReversed e -> on(e.entryId(), draft -> draft.reverse(e, at));
            case CorrectionPosted e -> posted(at, e.entry(), Source.CORRECTION, null, e.objectionId());
            case GradePosted e -> posted(at, e.entry(), Source.GRADE, e.gradeYear(), null);
            // the entry's own story has it already, and a month is no line
            case EntryBroughtForward _, MonthDeclared _ -> {}
        }
    }

    private Month counts(Recorded<?> at, Entry entry) {
        return countingMonth.apply(at, entry);
    }

    private void on(String itemId, Consumer<StoryDraft> step) {
        StoryDraft draft = drafts.get(itemId);
        if (draft != null) {
            step.accept(draft);
        }
    }

    private void claimed(Recorded<LedgerEvent> at, BonusClaimed e) {
        StoryDraft draft = new StoryDraft(e.cadreId(), e.claimId(), Source.CLAIM, State.DECLARED);
        drafts.put(e.claimId(), draft);
        draft.say(e.month(), e.rule(), e.level(), e.catalogue(), e.points(), e.matter());
        draft.prove(e.occurredOn(), e.account(), e.evidence());
        draft.note(Action.CLAIMED, e.account(), at);
    }

    private void changed(Recorded<LedgerEvent> at, ClaimChanged e) {
        on(e.claimId(), draft -> {
            draft.say(e.month(), e.rule(), e.level(), e.catalogue(), e.points(), e.matter());
            draft.prove(e.occurredOn(), e.account(), e.evidence());
            draft.reopen();
            draft.note(Action.CHANGED, e.account(), at);
        });
    }

    private void entered(Recorded<LedgerEvent> at, String itemId, Proposal proposal) {
        StoryDraft draft = new StoryDraft(at.event().cadreId(), itemId, Source.DEPARTMENT, State.UNCONFIRMED);
        drafts.put(itemId, draft);
        draft.propose(proposal);
        draft.note(Action.ENTERED, proposal.basis(), at);
    }

    private void posted(
            Recorded<LedgerEvent> at,
            Entry entry,
            Source source,
            @Nullable Integer gradeYear,
            @Nullable String objectionId) {
        StoryDraft draft = new StoryDraft(at.event().cadreId(), entry.entryId(), source, State.POSTED);
        drafts.put(entry.entryId(), draft);
        draft.bring(entry, counts(at, entry), gradeYear);
        draft.note(
                source == Source.GRADE ? Action.GRADED : Action.CORRECTED,
                null,
                entry.countsIn(),
                false,
                objectionId,
                at);
    }
}
