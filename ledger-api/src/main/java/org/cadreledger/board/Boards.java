package org.cadreledger.board;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.cadreledger.cadre.Category;
import org.cadreledger.points.Points;
import org.cadreledger.time.Period;
import org.jspecify.annotations.Nullable;

/** Published boards, every revision. */
public interface Boards {
    /** @param revision null for the latest; a board that is still being computed is not found yet */
    default Optional<Board> find(String jurisdiction, Period period, Category category, @Nullable Integer revision) {
        return page(jurisdiction, period, category, revision, Filter.ALL, 0, Integer.MAX_VALUE)
                .map(Part::board);
    }

    /** What a computed board is sealed with. */
    record Seal(
            String jurisdiction, Period period, int revision, long publishedPosition, String seal, int changedRows) {}

    Optional<Seal> seal(String jurisdiction, Period period, int revision);

    /** Computed boards of all counties whose seal is not in the log yet. */
    List<Seal> unsealed();

    /** A period with a board. */
    record Published(Period period, int revision, Instant publishedAt, boolean isFinal) {}

    /** The county's periods that have a computed board, with its latest revision; the latest period first, a year before its quarters. */
    List<Published> periods(String jurisdiction);

    /**
     * A revision without its rows.
     *
     * @param publishedBy user name
     * @param position of the publishing
     * @param seal null while being computed
     * @param changedRows of both categories, against the revision before, for the first all; null while being computed
     * @param objectionsUntil last day of the window that it opened; null without one
     * @param document what the publisher gave as its basis, if anything
     * @param designations all that hold for it
     */
    record Revision(
            Period period,
            int revision,
            Instant publishedAt,
            String publishedBy,
            long position,
            @Nullable String seal,
            @Nullable Integer changedRows,
            @Nullable LocalDate objectionsUntil,
            @Nullable String document,
            BoardSettings settings,
            List<Designation> designations) {}

    /** All revisions, the first one first; empty when nothing was published. */
    List<Revision> revisions(String jurisdiction, Period period);

    /**
     * Which rows; each that is not null narrows it.
     *
     * @param text the beginning of a cadre's id, or a part of the name or of the unit; case does not matter
     * @param unit the whole name of a unit
     * @param group empty for the category's default group
     */
    record Filter(
            @Nullable String text,
            @Nullable String unit,
            @Nullable String group,
            @Nullable BoardList list) {
        public static final Filter ALL = new Filter(null, null, null, null);
    }

    /**
     * A part of a board.
     *
     * @param board with the rows of this part only, and all the not ranked that the filter leaves; the rest is of the whole
     * @param from place of the first row among those that the filter leaves, from 0
     * @param matching how many rows the filter leaves
     */
    record Part(Board board, int from, int matching) {}

    /**
     * The rows from {@code from} on that the filter leaves, in the order of the board.
     *
     * @param limit at most so many, from 1
     */
    Optional<Part> page(
            String jurisdiction,
            Period period,
            Category category,
            @Nullable Integer revision,
            Filter filter,
            int from,
            int limit);

    /**
     * One cadre's line, on whichever category's board it is.
     *
     * @param board without rows
     * @param row null when not ranked
     * @param notRanked null when ranked
     */
    record Place(Board board, Board.@Nullable Row row, Board.@Nullable NotRanked notRanked) {}

    Optional<Place> rowOf(String cadreId, String jurisdiction, Period period, @Nullable Integer revision);

    /**
     * Where a cadre stood on the latest revision of a period.
     *
     * @param group null for the category's default group, and when not ranked
     * @param ranked how many were ranked in the group; when not ranked, in the whole category
     * @param rank null when not ranked, like the total, list and cuts
     * @param topCut total of the last on the group's top list; null when nobody is on it
     * @param bottomCut total of the last who is not on the group's bottom list; null when nobody is on that list
     * @param notRanked null when ranked
     */
    record Standing(
            String jurisdiction,
            Period period,
            int revision,
            Instant publishedAt,
            boolean isFinal,
            Category category,
            @Nullable String group,
            int ranked,
            @Nullable Integer rank,
            @Nullable Points total,
            @Nullable BoardList list,
            @Nullable Points topCut,
            @Nullable Points bottomCut,
            Board.@Nullable WhyNotRanked notRanked) {}

    /** All boards that have the cadre, in any county, in the order of the periods' last days, a year after its quarters. */
    List<Standing> standings(String cadreId);

    /**
     * A unit on a board.
     *
     * @param ranked how many of it are ranked
     * @param average of their totals, rounded half up to hundredths
     */
    record UnitFigures(String unit, int ranked, Points average, int top, int bottom) {}

    /**
     * Figures of a whole board.
     *
     * @param totals of all ranked cadres, the highest first
     * @param units the highest average first, then by name
     * @param groups names of its ranking groups; empty for the default one
     */
    record Figures(List<Points> totals, List<UnitFigures> units, List<String> groups) {}

    Optional<Figures> figures(String jurisdiction, Period period, Category category, @Nullable Integer revision);

    /**
     * A cadre whose line differs between two revisions.
     *
     * @param before, after null where the cadre is not ranked or not on the board
     * @param notRankedBefore, notRankedAfter null where the cadre is ranked or not on the board
     */
    record Change(
            String cadreId,
            @Nullable String name,
            Board.@Nullable Row before,
            Board.@Nullable Row after,
            Board.@Nullable WhyNotRanked notRankedBefore,
            Board.@Nullable WhyNotRanked notRankedAfter) {}

    /** What differs, in the order of the later board, those who are gone last; empty when one of the two is not there. */
    List<Change> changes(String jurisdiction, Period period, Category category, int earlier, int later);
}
