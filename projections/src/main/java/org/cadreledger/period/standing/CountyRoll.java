package org.cadreledger.period.standing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.cadreledger.cadre.Absence;
import org.cadreledger.cadre.listing.RegisterProjection;
import org.cadreledger.cadre.listing.RegisterProjection.Registered;
import org.cadreledger.documents.Generation;
import org.cadreledger.ledger.declared.DeclarationProjection;
import org.cadreledger.period.Periods.Undeclared;
import org.cadreledger.time.Month;

/** Who of a county has declared a month and who has not. */
record CountyRoll(int declared, List<Undeclared> undeclared) {

    static CountyRoll of(
            RegisterProjection register,
            Generation registered,
            DeclarationProjection declarations,
            Generation declaring,
            String jurisdiction,
            Month month) {
        Set<String> declared = DeclarationProjection.declared(declaring.of(declarations), jurisdiction, month);
        List<Undeclared> undeclared = new ArrayList<>();
        int[] done = {0};
        registered.of(register).each(jurisdiction, "", found -> {
            Registered cadre = found.body();
            if (!belongs(cadre, jurisdiction, month.lastDay())) {
                return;
            }
            if (declared.contains(cadre.cadreId())) {
                done[0]++;
            } else {
                var current = cadre.file().current();
                undeclared.add(new Undeclared(cadre.cadreId(), current.name(), current.unit()));
            }
        });
        return new CountyRoll(done[0], undeclared);
    }

    /** A cadre of the county on the month's last day, registered by then and not retired. */
    private static boolean belongs(Registered cadre, String jurisdiction, LocalDate lastDay) {
        boolean here = cadre.file()
                .on(lastDay, Long.MAX_VALUE)
                .filter(held -> jurisdiction.equals(held.jurisdiction())
                        && !held.registeredOn().isAfter(lastDay))
                .isPresent();
        return here
                && cadre.file().absencesAt(Long.MAX_VALUE).stream()
                        .noneMatch(absence -> absence.kind() == Absence.Kind.RETIRED && absence.covers(lastDay));
    }
}
