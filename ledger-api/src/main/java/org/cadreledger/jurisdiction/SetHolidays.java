package org.cadreledger.jurisdiction;

import java.time.LocalDate;
import java.util.List;
import org.cadreledger.access.Command;

/** Replaces a year's calendar of days off and worked weekend days. */
public record SetHolidays(String jurisdiction, int year, List<LocalDate> daysOff, List<LocalDate> workingDays)
        implements Command<Command.Done> {}
