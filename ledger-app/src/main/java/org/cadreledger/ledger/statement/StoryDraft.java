package org.cadreledger.ledger.statement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.cadreledger.ledger.Entry;
import org.cadreledger.ledger.EvidenceRef;
import org.cadreledger.ledger.ItemStory;
import org.cadreledger.ledger.ItemStory.Action;
import org.cadreledger.ledger.ItemStory.Source;
import org.cadreledger.ledger.ItemStory.State;
import org.cadreledger.ledger.ItemStory.Step;
import org.cadreledger.ledger.ItemStory.Worth;
import org.cadreledger.ledger.LedgerEvent.ClaimScored;
import org.cadreledger.ledger.LedgerEvent.EntryReversed;
import org.cadreledger.ledger.Proposal;
import org.cadreledger.log.Recorded;
import org.cadreledger.points.Points;
import org.cadreledger.time.Month;
import org.jspecify.annotations.Nullable;

/** One story while it is being told; lives only as long as {@link StoryTeller#tell}. */
final class StoryDraft {
    private final String cadreId;
    private final String itemId;
    private final Source source;
    private final List<Step> steps = new ArrayList<>();
    private State state;
    private Entry.EntryKind kind = Entry.EntryKind.BONUS;
    private @Nullable Month month;
    private boolean carriedOver;
    private @Nullable String rule;
    private @Nullable String level;
    private @Nullable String item;
    private int catalogue;
    private String matter = "";
    private Worth points = new Worth(Points.ZERO, null, null);
    private @Nullable LocalDate occurredOn;
    private @Nullable String account;
    private @Nullable String basis;
    private @Nullable String role;
    private List<EvidenceRef> evidence = List.of();
    private @Nullable Month countsIn;
    private @Nullable Integer gradeYear;
    private @Nullable Step scored;
    private @Nullable Step decided;
    private @Nullable Step reversed;

    StoryDraft(String cadreId, String itemId, Source source, State state) {
        this.cadreId = cadreId;
        this.itemId = itemId;
        this.source = source;
        this.state = state;
    }

    void say(
            Month forMonth,
            @Nullable String ofRule,
            @Nullable String atLevel,
            int version,
            Points claimed,
            String underMatter) {
        month = forMonth;
        carriedOver = false;
        rule = ofRule;
        level = atLevel;
        catalogue = version;
        points = new Worth(claimed, null, null);
        matter = underMatter;
    }

    void prove(@Nullable LocalDate day, @Nullable String words, List<EvidenceRef> files) {
        occurredOn = day;
        account = words;
        evidence = files;
    }

    /** A changed claim is to be scored and decided anew. */
    void reopen() {
        state = State.DECLARED;
        scored = null;
        decided = null;
    }

    void propose(Proposal proposal) {
        say(
                proposal.month(),
                proposal.rule(),
                proposal.level(),
                proposal.catalogue(),
                proposal.points(),
                proposal.matter());
        prove(proposal.occurredOn(), null, proposal.evidence());
        kind = proposal.kind();
        item = proposal.item();
        basis = proposal.basis();
        role = proposal.role();
    }

    void score(ClaimScored e, Recorded<?> at) {
        state = State.SCORED;
        level = e.level();
        matter = e.matter();
        points = new Worth(points.claimed(), e.points(), null);
        scored = note(Action.SCORED, e.note(), at);
    }

    /** What a decision makes of it. */
    void post(Entry entry, Month counting) {
        level = entry.level();
        matter = entry.matter();
        points = new Worth(points.claimed(), points.scored(), entry.points());
        countsIn = counting;
    }

    /** An entry that nobody claimed or proposed. */
    void bring(Entry entry, Month counting, @Nullable Integer ofGradeYear) {
        say(entry.declaredFor(), entry.rule(), entry.level(), entry.catalogue(), entry.points(), entry.matter());
        kind = entry.kind();
        item = entry.item();
        gradeYear = ofGradeYear;
        post(entry, counting);
    }

    void decide(State next, Action action, @Nullable String text, Recorded<?> at) {
        state = next;
        decided = note(action, text, countsIn, false, null, at);
    }

    void carryOver(Month to, String reason, Recorded<?> at) {
        month = to;
        carriedOver = true;
        decided = note(Action.CARRIED_OVER, reason, at);
    }

    /** It is written once for each county that holds the entry; the first tells it all. */
    void reverse(EntryReversed e, Recorded<?> at) {
        if (reversed == null) {
            reversed = note(Action.REVERSED, e.reason(), countsIn, e.fraud(), e.objectionId(), at);
        }
    }

    Step note(Action action, @Nullable String text, Recorded<?> at) {
        return note(action, text, month, false, null, at);
    }

    Step note(
            Action action,
            @Nullable String text,
            @Nullable Month inMonth,
            boolean fraud,
            @Nullable String objectionId,
            Recorded<?> at) {
        Step step = new Step(
                action,
                at.by(),
                at.at(),
                at.position(),
                level,
                matter,
                points.now(),
                inMonth,
                text,
                fraud,
                objectionId);
        steps.add(step);
        return step;
    }

    ItemStory story() {
        if (month == null) {
            throw new IllegalStateException("a line of no month: " + itemId);
        }
        return new ItemStory(
                cadreId,
                itemId,
                source,
                state,
                kind,
                month,
                carriedOver,
                rule,
                level,
                item,
                catalogue,
                matter,
                points,
                occurredOn,
                account,
                basis,
                role,
                evidence,
                countsIn,
                gradeYear,
                scored,
                decided,
                reversed,
                steps);
    }
}
