package org.cadreledger.jurisdiction;

import java.time.LocalDate;
import java.util.List;
import org.cadreledger.log.EventName;
import org.cadreledger.time.Month;

/** What is settled for a county; stream {@code jurisdiction:<code>}. */
public sealed interface JurisdictionEvent {
    String jurisdiction();

    /**
     * The first definition and every change of it; always whole.
     *
     * @param zone time zone that dates are read in
     * @param objectionDays working days, 0 for no window
     * @param firstMonth where the books start; fixed by the first definition once a month is closed
     * @param publicBoard whether boards are open to everyone without sign-in
     */
    @EventName("jurisdiction.defined.v1")
    record JurisdictionDefined(
            String jurisdiction, String name, String zone, int objectionDays, Month firstMonth, boolean publicBoard)
            implements JurisdictionEvent {}

    /**
     * Replaces the calendar of one year; Saturdays and Sundays are days off by default.
     *
     * @param daysOff weekdays off
     * @param workingDays weekend days that are worked
     */
    @EventName("jurisdiction.holidays-set.v1")
    record HolidaysSet(String jurisdiction, int year, List<LocalDate> daysOff, List<LocalDate> workingDays)
            implements JurisdictionEvent {}
}
