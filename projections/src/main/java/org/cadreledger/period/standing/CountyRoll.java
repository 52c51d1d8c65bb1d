package org.cadreledger.period.standing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.cadreledger.cadre.Absence;
import org.cadreledger.cadre.listing.RegisterProjection;
import org.cadreledger.cadre.listing.RegisterProjection.Registered;
import org.cadreledger.documents.Generation;
import org.cadreledger.ledger.declared.DeclarationProjection;
import org.cadreledger.period.Periods.Undeclared;
import org.cadreledger.time.Month;

/** Who of a county has declared a month and who has not, in the order of ids. */
record CountyRoll(int declared, List<Undeclared> undeclared) {

    static final CountyRoll NOBODY = new CountyRoll(0, List.of());

    /** Of each of the months; the register is read once. */
    static Map<Month, CountyRoll> of(
            RegisterProjection register,
            Generation registered,
            DeclarationProjection declarations,
            Generation declaring,
            String jurisdiction,
            Collection<Month> months) {
        List<Counting> countings = months.stream()
                .map(month -> new Counting(
                        month,
                        DeclarationProjection.declared(declaring.of(declarations), jurisdiction, month),
                        new ArrayList<>(),
                        new AtomicInteger()))
                .toList();
        registered
                .of(register)
                .each(
                        jurisdiction,
                        "",
                        found -> countings.forEach(counting -> counting.take(found.body(), jurisdiction)));
        return countings.stream()
                .collect(Collectors.toMap(
                        Counting::month,
                        counting -> new CountyRoll(counting.done().get(), List.copyOf(counting.undeclared()))));
    }

    private record Counting(Month month, Set<String> declared, List<Undeclared> undeclared, AtomicInteger done) {
        void take(Registered cadre, String jurisdiction) {
            if (!belongs(cadre, jurisdiction, month.lastDay())) {
                return;
            }
            if (declared.contains(cadre.cadreId())) {
                done.incrementAndGet();
            } else {
                var current = cadre.file().current();
                undeclared.add(new Undeclared(cadre.cadreId(), current.name(), current.unit()));
            }
        }
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
