package org.cadreledger.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.cadreledger.points.Points;
import org.cadreledger.time.Month;
import org.jspecify.annotations.Nullable;

/**
 * What became of one line of a cadre's books, step by step: a claim, what the department entered, a correction, or what a
 * grade posted. Whether it counts, or what of the same matter supersedes it, depends on the period and is said by the
 * {@link LedgerStatement} line whose {@code entryId} is {@code itemId}.
 *
 * @param itemId claim id, deduction id, or entry id
 * @param month the month it is for now: the declared one, or where it was carried over to
 * @param carriedOver whether {@code month} came by a carry-over
 * @param rule null for a deduction from a base item
 * @param level as it stands: posted, else scored, else claimed; null where the rule has none
 * @param item base item; null unless {@code kind} is BASE
 * @param matter as it stands, like the level
 * @param occurredOn null for a correction and what a grade posts
 * @param account the cadre's own words; null unless a claim, or after an erasure
 * @param basis the document that a department's entry rests on; null for all others
 * @param role the part in a unit's criticism (N5); null otherwise
 * @param countsIn the month that the entry counts in as the log says now; null when there is no entry
 * @param gradeYear of a grade's entry; null for all others
 * @param scored the preliminary score that holds; null before, and again after a change
 * @param decided the last of approved, rejected, returned, withdrawn, carried over, confirmed, dismissed; null before one,
 *     and again after a change
 * @param reversed null while the entry counts, or there is none
 * @param steps everything, in the order of the log; never empty
 */
public record ItemStory(
        String cadreId,
        String itemId,
        Source source,
        State state,
        Entry.EntryKind kind,
        Month month,
        boolean carriedOver,
        @Nullable String rule,
        @Nullable String level,
        @Nullable String item,
        int catalogue,
        String matter,
        Worth points,
        @Nullable LocalDate occurredOn,
        @Nullable String account,
        @Nullable String basis,
        @Nullable String role,
        List<EvidenceRef> evidence,
        @Nullable Month countsIn,
        @Nullable Integer gradeYear,
        @Nullable Step scored,
        @Nullable Step decided,
        @Nullable Step reversed,
        List<Step> steps) {

    public ItemStory {
        evidence = List.copyOf(evidence);
        steps = List.copyOf(steps);
    }

    /** How it came into the books. */
    public enum Source {
        CLAIM,
        DEPARTMENT,
        CORRECTION,
        GRADE
    }

    /** The first six are those of {@link ClaimStatus}; the next three a department's entry has; POSTED is all others. */
    public enum State {
        DECLARED,
        SCORED,
        APPROVED,
        REJECTED,
        RETURNED,
        WITHDRAWN,
        UNCONFIRMED,
        CONFIRMED,
        DISMISSED,
        POSTED;

        /** Whether somebody still has to decide. */
        public boolean isOpen() {
            return this == DECLARED || this == SCORED || this == RETURNED || this == UNCONFIRMED;
        }
    }

    /**
     * Points, never negative: {@code kind} says which way they count.
     *
     * @param claimed as claimed last, or as the department entered them
     * @param scored null unless scored since the last change
     * @param posted of the entry; null when there is none
     */
    public record Worth(
            Points claimed,
            @Nullable Points scored,
            @Nullable Points posted) {
        /** The latest word. */
        public Points now() {
            return posted != null ? posted : scored != null ? scored : claimed;
        }
    }

    public enum Action {
        CLAIMED,
        CHANGED,
        WITHDRAWN,
        SCORED,
        APPROVED,
        REJECTED,
        RETURNED,
        CARRIED_OVER,
        ENTERED,
        CONFIRMED,
        DISMISSED,
        CORRECTED,
        GRADED,
        REVERSED
    }

    /**
     * Something that somebody did.
     *
     * @param by user name
     * @param position of the commit
     * @param level, matter, points, month as they were after it, where it says something of them; else null
     * @param text note or reason; of a claim its account; of a department's entry its basis
     * @param fraud of a reversal
     * @param objectionId the upheld objection that it follows from
     */
    public record Step(
            Action action,
            String by,
            Instant at,
            long position,
            @Nullable String level,
            @Nullable String matter,
            @Nullable Points points,
            @Nullable Month month,
            @Nullable String text,
            boolean fraud,
            @Nullable String objectionId) {}

    /** Who claimed or entered it, and when. */
    public Step begun() {
        return steps.getFirst();
    }
}
