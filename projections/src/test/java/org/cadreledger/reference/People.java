package org.cadreledger.reference;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.cadreledger.cadre.Absence;
import org.cadreledger.cadre.CadreEvent.AbsenceRecorded;
import org.cadreledger.cadre.CadreEvent.CadreChanged;
import org.cadreledger.cadre.CadreEvent.CadreRegistered;
import org.cadreledger.cadre.CadreEvent.CadreTransferredIn;
import org.cadreledger.cadre.CadreEvent.CadreTransferredOut;
import org.cadreledger.cadre.Category;
import org.cadreledger.ledger.Entry;
import org.cadreledger.time.Month;

/** Random cadres: registered at any time, changed, absent, moved to the neighbour and back. */
final class People {
    private final Random random;
    private final RandomLog log;
    private final String county;
    private final String neighbour;
    private final Map<String, String> whereabouts = new HashMap<>();
    private final Map<String, List<Absence>> absences = new HashMap<>();
    private final List<String> ids = new ArrayList<>();

    People(Random random, RandomLog log, String county, String neighbour) {
        this.random = random;
        this.log = log;
        this.county = county;
        this.neighbour = neighbour;
    }

    String any() {
        return ids.get(random.nextInt(ids.size()));
    }

    String countyOf(String cadreId) {
        return whereabouts.get(cadreId);
    }

    /** Ids do not ascend with time: order of rows must not come from the order of registering. */
    void register(LocalDate on) {
        String id = "c" + (char) ('a' + random.nextInt(26)) + ids.size();
        String where = random.nextInt(12) == 0 ? neighbour : county;
        ids.add(id);
        whereabouts.put(id, where);
        absences.put(id, new ArrayList<>());
        log.append(
                stream(id),
                where,
                new CadreRegistered(id, where, category(), unit(), "post", null, group(), on, "name of " + id));
    }

    void change(String id, LocalDate around, LocalDate registeredOn) {
        String where = whereabouts.get(id);
        log.append(
                stream(id),
                where,
                new CadreChanged(
                        id, where, category(), unit(), "post", null, group(), registeredOn, near(around, 80), null));
    }

    void beAbsent(String id, LocalDate around) {
        LocalDate from = near(around, 60);
        LocalDate to = random.nextInt(4) == 0 ? null : from.plusDays(random.nextInt(90));
        Absence.Kind kind = random.nextInt(3) > 0
                ? Absence.Kind.LEAVE
                : random.nextBoolean() ? Absence.Kind.INVESTIGATION : Absence.Kind.RETIRED;
        if (kind == Absence.Kind.RETIRED && random.nextInt(3) > 0) {
            return;
        }
        Absence absence = new Absence("a" + random.nextInt(4), kind, from, to);
        absences.get(id).removeIf(known -> known.absenceId().equals(absence.absenceId()));
        absences.get(id).add(absence);
        log.append(stream(id), whereabouts.get(id), new AbsenceRecorded(id, absence));
    }

    /** @param brought entries that still count */
    void transfer(String id, LocalDate around, List<Entry> brought) {
        String from = whereabouts.get(id);
        String to = from.equals(county) ? neighbour : county;
        LocalDate since = near(around, 40);
        whereabouts.put(id, to);
        log.append(stream(id), from, new CadreTransferredOut(id, from, to, since, List.of()));
        log.appendToSameCommit(
                stream(id),
                to,
                new CadreTransferredIn(
                        id,
                        to,
                        from,
                        category(),
                        unit(),
                        "post",
                        null,
                        group(),
                        since.minusYears(1),
                        since,
                        List.copyOf(absences.get(id)),
                        brought,
                        List.of(),
                        null));
    }

    LocalDate dayIn(Month month) {
        return month.toYearMonth().atDay(1 + random.nextInt(28));
    }

    private LocalDate near(LocalDate day, int days) {
        return day.plusDays(random.nextInt(2 * days + 1) - days);
    }

    private Category category() {
        return random.nextInt(5) == 0 ? Category.RESERVE : Category.SECTION;
    }

    private String group() {
        return switch (random.nextInt(8)) {
            case 0 -> "towns";
            case 1 -> "";
            default -> null;
        };
    }

    private String unit() {
        return random.nextInt(6) == 0 ? "unit\tof\\two\nlines" : "旗委组织部";
    }

    private static String stream(String id) {
        return "cadre:" + id;
    }
}
