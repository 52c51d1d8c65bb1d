package org.cadreledger.cadre.pages;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cadreledger.access.Actor;
import org.cadreledger.cadre.Absence;
import org.cadreledger.cadre.Cadres.Listed;
import org.cadreledger.cadre.Grade;
import org.cadreledger.cadre.api.RegisterReach;
import org.cadreledger.cadre.register.CadreFile;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;

/** Puts one cadre into the model of its page. */
final class CadreView {
    private CadreView() {}

    /** An absence as it is typed. */
    public record TypedAbsence(@Nullable String absenceId, String kind, String from, String to) {
        static final TypedAbsence NONE = new TypedAbsence(null, Absence.Kind.LEAVE.name(), "", "");

        static TypedAbsence of(Absence absence) {
            return new TypedAbsence(
                    absence.absenceId(),
                    absence.kind().name(),
                    absence.from().toString(),
                    absence.to() == null ? "" : absence.to().toString());
        }
    }

    static void show(Listed listed, CadreFile file, @Nullable String absence, Actor actor, Model model) {
        boolean whole = RegisterReach.readsHistory(actor, listed.cadreId());
        model.addAttribute("cadre", listed);
        model.addAttribute("mayChange", actor.isDepartment());
        model.addAttribute("whole", whole);
        if (!whole) {
            return;
        }
        List<CadreFile.Particulars> history = new ArrayList<>(file.particulars());
        Collections.reverse(history);
        model.addAttribute("history", history);
        model.addAttribute(
                "absences",
                file.absencesAt(Long.MAX_VALUE).stream()
                        .sorted(Comparator.comparing(Absence::from).reversed())
                        .toList());
        Map<Integer, Grade> grades = new TreeMap<>(Comparator.reverseOrder());
        grades.putAll(file.grades());
        model.addAttribute("grades", grades);
        model.addAttribute("kinds", Absence.Kind.values());
        model.addAttribute("allGrades", Grade.values());
        if (!model.containsAttribute("typedAbsence")) {
            model.addAttribute(
                    "typedAbsence",
                    absence == null
                            ? TypedAbsence.NONE
                            : file.absence(absence).map(TypedAbsence::of).orElse(TypedAbsence.NONE));
        }
    }
}
