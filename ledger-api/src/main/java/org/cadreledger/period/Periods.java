package org.cadreledger.period;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.cadreledger.read.Page;
import org.cadreledger.read.PageRequest;
import org.cadreledger.time.Month;
import org.cadreledger.time.Period;
import org.cadreledger.time.Year;
import org.jspecify.annotations.Nullable;

/** Where a county's periods stand. */
public interface Periods {
    enum State {
        OPEN,
        CLOSED,
        PUBLISHED,
        FINAL
    }

    /**
     * @param declared cadres of the county who have declared the month (of a longer period: its last month)
     * @param undecided open claims and unconfirmed deductions of its months
     * @param blocking what stands in the way of the next step; empty when nothing does
     * @param objectionsUntil last day of the window; null without one
     */
    record Status(
            Period period,
            String jurisdiction,
            State state,
            int declared,
            int undeclared,
            int undecided,
            int openObjections,
            int revision,
            @Nullable Instant publishedAt,
            @Nullable LocalDate objectionsUntil,
            List<Block> blocking) {}

    /**
     * @param kind for example UNDECIDED_CLAIM, UNCONFIRMED_DEDUCTION, MONTH_NOT_ENDED, EARLIER_MONTH_OPEN, MONTHS_OPEN,
     *     OBJECTION_OPEN, WINDOW_OPEN, REVISION_NEEDED
     */
    record Block(
            String kind, @Nullable String cadreId, @Nullable String id) {}

    record Undeclared(String cadreId, @Nullable String name, String unit) {}

    Optional<Status> status(String jurisdiction, Period period, Instant now);

    /**
     * Every month, quarter and the year itself of an assessment year.
     *
     * @param months twelve, in order
     * @param quarters four, in order
     */
    record YearView(List<Status> months, List<Status> quarters, Status year) {
        public YearView {
            months = List.copyOf(months);
            quarters = List.copyOf(quarters);
        }
    }

    /** Each status is what {@link #status} says of that period; empty for an unknown county. */
    Optional<YearView> calendar(String jurisdiction, Year year, Instant now);

    /**
     * What a period waits for, without the numbers of its cadres.
     *
     * @param blocking as in its {@link Status}
     */
    record Stage(Period period, State state, List<Block> blocking) {}

    /** Of the year: its months, its quarters, itself; each in order. Empty for an unknown county. Reads no register. */
    List<Stage> stages(String jurisdiction, Year year, Instant now);

    Page<Undeclared> undeclared(String jurisdiction, Month month, PageRequest page);
}
