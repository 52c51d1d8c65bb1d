package org.cadreledger.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cadreledger.read.Page;
import org.cadreledger.read.PageRequest;
import org.cadreledger.time.Month;
import org.jspecify.annotations.Nullable;

/** The desks: what waits for a decision. */
public interface PendingItems {
    /**
     * @param claims true for cadres' claims, false for what the department entered
     * @param status of claims; null for all open ones
     */
    record Query(
            boolean claims,
            @Nullable String jurisdiction,
            @Nullable ClaimStatus status,
            @Nullable Month month) {}

    /** Oldest first. */
    Page<PendingItem> find(Query query, PageRequest page);

    /** How many claims and department entries of the month are undecided. */
    long countUndecided(String jurisdiction, Month month);

    Optional<PendingItem> find(String cadreId, String itemId);

    /**
     * Which part of a county's desk; each that is not null narrows it.
     *
     * @param state which claims, or what the department entered
     * @param unit where the cadre is now
     * @param rule catalogue code
     * @param before only what has waited since before that time
     * @param text the beginning of the cadre's id, or a part of the name or of the matter; case does not matter
     */
    record Filter(
            @Nullable DeskState state,
            @Nullable Month month,
            @Nullable String unit,
            @Nullable String rule,
            @Nullable Instant before,
            @Nullable String text) {
        public static final Filter ALL = new Filter(null, null, null, null, null, null);
    }

    /** Whose turn it is: DECLARED to be scored, SCORED to be approved, RETURNED to be changed, UNCONFIRMED to be confirmed. */
    enum DeskState {
        DECLARED,
        SCORED,
        RETURNED,
        UNCONFIRMED
    }

    /**
     * Numbers that all the filter but its state leaves.
     *
     * @param declared, scored, returned claims
     * @param unconfirmed department entries
     */
    record DeskCounts(int declared, int scored, int returned, int unconfirmed) {
        public int of(DeskState state) {
            return switch (state) {
                case DECLARED -> declared;
                case SCORED -> scored;
                case RETURNED -> returned;
                case UNCONFIRMED -> unconfirmed;
            };
        }

        public int all() {
            return declared + scored + returned + unconfirmed;
        }
    }

    /**
     * A part of the desk.
     *
     * @param page oldest first
     * @param total how many the whole filter leaves, on all pages
     * @param months, units, rules that anything waits for in the county, whatever the filter; in order
     */
    record DeskView(
            Page<DeskItem> page,
            int total,
            DeskCounts counts,
            List<Month> months,
            List<String> units,
            List<String> rules) {}

    /**
     * How much waits in one state.
     *
     * @param number at least 1
     * @param oldest since when the first of them has waited
     */
    record Waiting(int number, Instant oldest) {}

    /** What waits at a county's desks, looked through once; a state in which nothing waits is missing. */
    Map<DeskState, Waiting> waiting(String jurisdiction);

    /** @param jurisdiction null for the desks of all counties together */
    DeskView desk(@Nullable String jurisdiction, Filter filter, PageRequest page);
}
