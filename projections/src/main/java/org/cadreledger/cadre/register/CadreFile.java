package org.cadreledger.cadre.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cadreledger.cadre.Absence;
import org.cadreledger.cadre.CadreEvent;
import org.cadreledger.cadre.CadreEvent.AbsenceRecorded;
import org.cadreledger.cadre.CadreEvent.CadreChanged;
import org.cadreledger.cadre.CadreEvent.CadreRegistered;
import org.cadreledger.cadre.CadreEvent.CadreTransferredIn;
import org.cadreledger.cadre.CadreEvent.CadreTransferredOut;
import org.cadreledger.cadre.CadreEvent.GradeRecorded;
import org.cadreledger.cadre.Category;
import org.cadreledger.cadre.Grade;
import org.cadreledger.log.Recorded;
import org.jspecify.annotations.Nullable;

/**
 * Everything the register ever said of a cadre, with the guards ({@link Recorded#guard()}) at which it began and ended,
 * so that the same question about an earlier position has the same answer later. Immutable. Folded from the whole stream
 * it follows the cadre through counties; folded from one county's events it is that county's view.
 */
public record CadreFile(List<Particulars> particulars, List<AbsenceFact> absences, Map<Integer, Grade> grades) {
    public static final CadreFile EMPTY = new CadreFile(List.of(), List.of(), Map.of());

    /**
     * @param jurisdiction null from the day on which the cadre left, in the view of the county that was left
     * @param since day from which they hold
     * @param guard when the log learnt of them
     */
    public record Particulars(
            @Nullable String jurisdiction,
            @Nullable String name,
            @Nullable Category category,
            String unit,
            String post,
            @Nullable String rank,
            @Nullable String group,
            LocalDate registeredOn,
            LocalDate since,
            long guard) {}

    /** @param until guard of the record that replaced it; {@link Long#MAX_VALUE} while it stands */
    public record AbsenceFact(Absence absence, long guard, long until) {
        boolean knownAt(long atGuard) {
            return guard < atGuard && until >= atGuard;
        }
    }

    public CadreFile {
        particulars = List.copyOf(particulars);
        absences = List.copyOf(absences);
        grades = Map.copyOf(grades);
    }

    public boolean exists() {
        return !particulars.isEmpty();
    }

    public CadreFile evolve(Recorded<? extends CadreEvent> recorded) {
        long guard = recorded.guard();
        return switch (recorded.event()) {
            case CadreRegistered e -> holds(e, e.registeredOn(), guard);
            case CadreChanged e -> holds(e, e.since(), guard);
            case CadreTransferredOut e -> leave(e, guard);
            case CadreTransferredIn e -> join(e, guard);
            case AbsenceRecorded e -> withAbsence(e.absence(), guard);
            case GradeRecorded e -> {
                Map<Integer, Grade> next = new HashMap<>(grades);
                next.put(e.year(), e.grade());
                yield new CadreFile(particulars, absences, next);
            }
        };
    }

    /** What held on a day, as the log knew up to, and without, {@code atGuard}; the latest {@code since} wins, then the later record. */
    public Optional<Particulars> on(LocalDate day, long atGuard) {
        return particulars.stream()
                .filter(fact -> fact.guard() < atGuard && !fact.since().isAfter(day))
                .max(Comparator.comparing(Particulars::since).thenComparingLong(Particulars::guard));
    }

    /** What the log says last, whatever day it holds from. */
    public Particulars current() {
        return particulars.getLast();
    }

    public List<Absence> absencesAt(long atGuard) {
        return absences.stream()
                .filter(fact -> fact.knownAt(atGuard))
                .map(AbsenceFact::absence)
                .toList();
    }

    public Optional<Absence> absence(String absenceId) {
        return absencesAt(Long.MAX_VALUE).stream()
                .filter(absence -> absence.absenceId().equals(absenceId))
                .findFirst();
    }

    private CadreFile leave(CadreTransferredOut e, long guard) {
        if (!exists()) {
            return this;
        }
        Particulars last = current();
        return with(new Particulars(
                null,
                last.name(),
                last.category(),
                last.unit(),
                last.post(),
                last.rank(),
                last.group(),
                last.registeredOn(),
                e.since(),
                guard));
    }

    private CadreFile join(CadreTransferredIn e, long guard) {
        CadreFile joined = holds(e, e.since(), guard);
        for (Absence absence : e.absences()) {
            joined = joined.withAbsence(absence, guard);
        }
        return joined;
    }

    private CadreFile holds(CadreEvent.Particulars e, LocalDate since, long guard) {
        return with(new Particulars(
                e.jurisdiction(),
                e.name(),
                e.category(),
                e.unit(),
                e.post(),
                e.rank(),
                e.group(),
                e.registeredOn(),
                since,
                guard));
    }

    private CadreFile with(Particulars added) {
        List<Particulars> next = new ArrayList<>(particulars);
        next.add(added);
        return new CadreFile(next, absences, grades);
    }

    private CadreFile withAbsence(Absence absence, long guard) {
        List<AbsenceFact> next = new ArrayList<>(absences);
        next.replaceAll(fact ->
                fact.until() == Long.MAX_VALUE && fact.absence().absenceId().equals(absence.absenceId())
                        ? new AbsenceFact(fact.absence(), fact.guard(), guard)
                        : fact);
        next.add(new AbsenceFact(absence, guard, Long.MAX_VALUE));
        return new CadreFile(particulars, next, grades);
    }
}
