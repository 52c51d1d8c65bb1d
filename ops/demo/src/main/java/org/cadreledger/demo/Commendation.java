package org.cadreledger.demo;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/** A document that commends several cadres at once, entered by the department. */
record Commendation(
        YearMonth month,
        String rule,
        String level,
        String matter,
        LocalDate occurredOn,
        String basis,
        List<Person> cadres,
        String enteredBy,
        String confirmedBy) {}
