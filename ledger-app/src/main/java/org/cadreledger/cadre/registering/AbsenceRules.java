package org.cadreledger.cadre.registering;

import java.time.LocalDate;
import java.util.Optional;
import org.cadreledger.cadre.Absence;
import org.cadreledger.cadre.register.CadreFile;
import org.cadreledger.checks.Problems;
import org.cadreledger.refusal.Reason;
import org.cadreledger.refusal.Refusal;

/** What an absence must be like, and when it says something new. Pure. */
final class AbsenceRules {
    private AbsenceRules() {}

    static void check(Absence absence) {
        Problems problems = new Problems();
        problems.id("absenceId", absence.absenceId());
        problems.date("from", absence.from());
        LocalDate to = absence.to();
        if (to != null && problems.date("to", to)) {
            problems.require(!to.isBefore(absence.from()), "to", "before-from");
        }
        problems.refuse();
    }

    /**
     * False for a repeat, which writes nothing.
     *
     * @param replace whether an absence of that id gets the new content
     * @throws Refusal for an id that is taken by another content
     */
    static boolean says(CadreFile file, Absence absence, boolean replace) {
        Optional<Absence> known = file.absence(absence.absenceId());
        if (known.isEmpty()) {
            return true; // ids may be the caller's, also in a PUT
        }
        if (known.get().equals(absence)) {
            return false;
        }
        if (!replace) {
            throw Refusal.of(Reason.ID_TAKEN, absence.absenceId());
        }
        return true;
    }
}
