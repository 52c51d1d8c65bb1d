package org.cadreledger.cadre;

import java.time.LocalDate;
import java.util.List;
import org.cadreledger.ledger.Entry;
import org.cadreledger.ledger.PendingItem;
import org.cadreledger.log.EventName;
import org.cadreledger.log.Personal;
import org.jspecify.annotations.Nullable;

/** What the register says of a cadre; stream {@code cadre:<id>}. */
public sealed interface CadreEvent {
    String cadreId();

    /** What three of the events have in common: where and as what a cadre works from then on. */
    interface Particulars {
        String cadreId();

        String jurisdiction();

        @Nullable
        String name();

        Category category();

        String unit();

        String post();

        @Nullable
        String rank();

        @Nullable
        String group();

        LocalDate registeredOn();
    }

    @EventName("cadre.registered.v1")
    record CadreRegistered(
            String cadreId,
            String jurisdiction,
            Category category,
            String unit,
            String post,
            @Nullable String rank,
            @Nullable String group,
            LocalDate registeredOn,
            @Personal @Nullable String name)
            implements CadreEvent, Particulars {}

    /** @param since the day from which the new particulars hold */
    @EventName("cadre.changed.v1")
    record CadreChanged(
            String cadreId,
            String jurisdiction,
            Category category,
            String unit,
            String post,
            @Nullable String rank,
            @Nullable String group,
            LocalDate registeredOn,
            LocalDate since,
            @Personal @Nullable String name)
            implements CadreEvent, Particulars {}

    /** For the county that is left: its boards of periods that end before {@code since} keep the cadre. */
    @EventName("cadre.transferred-out.v1")
    record CadreTransferredOut(String cadreId, String jurisdiction, String to, LocalDate since, List<String> openItems)
            implements CadreEvent {}

    /**
     * For the county that is joined; brings what its projections need and cannot see in their own sequence.
     *
     * @param entries all entries of the cadre that still count, from the year before {@code since} on
     * @param openItems claims and deductions still undecided
     */
    @EventName("cadre.transferred-in.v1")
    record CadreTransferredIn(
            String cadreId,
            String jurisdiction,
            String from,
            Category category,
            String unit,
            String post,
            @Nullable String rank,
            @Nullable String group,
            LocalDate registeredOn,
            LocalDate since,
            List<Absence> absences,
            List<Entry> entries,
            List<PendingItem> openItems,
            @Personal @Nullable String name)
            implements CadreEvent, Particulars {}

    /** Also replaces an absence of the same id. */
    @EventName("cadre.absence-recorded.v1")
    record AbsenceRecorded(String cadreId, Absence absence) implements CadreEvent {}

    /** The annual grade of {@code year}; what it posts to the next year's ledger stands in the same commit. */
    @EventName("cadre.grade-recorded.v1")
    record GradeRecorded(String cadreId, int year, Grade grade) implements CadreEvent {}
}
