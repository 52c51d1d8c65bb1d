package org.cadreledger.reference;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cadreledger.board.BoardSettings;
import org.cadreledger.board.BoardSettings.QuarterScoring;
import org.cadreledger.board.BoardSettings.YearScoring;
import org.cadreledger.cadre.Absence;
import org.cadreledger.cadre.CadreEvent;
import org.cadreledger.cadre.CadreEvent.AbsenceRecorded;
import org.cadreledger.cadre.CadreEvent.CadreChanged;
import org.cadreledger.cadre.CadreEvent.CadreRegistered;
import org.cadreledger.cadre.CadreEvent.CadreTransferredIn;
import org.cadreledger.cadre.CadreEvent.CadreTransferredOut;
import org.cadreledger.log.Recorded;
import org.cadreledger.reference.SlowBooks.Line;
import org.cadreledger.reference.SlowBooks.SlowScore;
import org.cadreledger.time.Month;
import org.cadreledger.time.Period;
import org.cadreledger.time.Quarter;
import org.cadreledger.time.Year;

/** The reference for who is on a board with which total: domain.md "Ranking" over the raw log before a guard. */
final class SlowCounty {
    private final History history;
    private final Map<String, List<CadreEvent>> register = new TreeMap<>();
    private final SlowBooks books;
    private final BoardSettings settings;

    /** @param where county of the day; null when the cadre has left */
    record Post(String where, String category, String unit, String group, LocalDate registeredOn, LocalDate since) {}

    SlowCounty(History history, long guard, BoardSettings settings) {
        this.history = history;
        for (Recorded<?> recorded : history.before(guard)) {
            if (history.county().equals(recorded.jurisdiction()) && recorded.event() instanceof CadreEvent e) {
                register.computeIfAbsent(e.cadreId(), each -> new ArrayList<>()).add(e);
            }
        }
        this.books = new SlowBooks(history, guard);
        this.settings = settings;
    }

    /** Ids of all cadres that the county's log ever names. */
    List<String> cadreIds() {
        return List.copyOf(register.keySet());
    }

    /** The post held on a day; null when not yet registered. */
    Post postOn(String cadreId, LocalDate day) {
        Post found = null;
        Post last = null;
        for (CadreEvent e : register.getOrDefault(cadreId, List.of())) {
            Post said = said(e, last);
            if (said == null) {
                continue;
            }
            last = said;
            boolean begun = said.since().compareTo(day) <= 0;
            if (begun && (found == null || said.since().compareTo(found.since()) >= 0)) {
                found = said;
            }
        }
        return found;
    }

    private static Post said(CadreEvent event, Post last) {
        if (event instanceof CadreRegistered e) {
            return new Post(
                    e.jurisdiction(), e.category().name(), e.unit(), e.group(), e.registeredOn(), e.registeredOn());
        }
        if (event instanceof CadreChanged e) {
            return new Post(e.jurisdiction(), e.category().name(), e.unit(), e.group(), e.registeredOn(), e.since());
        }
        if (event instanceof CadreTransferredIn e) {
            return new Post(e.jurisdiction(), e.category().name(), e.unit(), e.group(), e.registeredOn(), e.since());
        }
        if (event instanceof CadreTransferredOut e && last != null) {
            return new Post(null, last.category(), last.unit(), last.group(), last.registeredOn(), e.since());
        }
        return null;
    }

    /** Why a cadre is not ranked; null when ranked. Days are looked at one by one. */
    String whyNotRanked(String cadreId, Period period) {
        LocalDate first = later(period.firstDay(), history.firstMonth().firstDay());
        LocalDate last = period.lastDay();
        LocalDate registered = postOn(cadreId, last).registeredOn();
        List<Absence> absences = absencesOf(cadreId);
        int days = 0;
        int daysRegistered = 0;
        int daysOnLeave = 0;
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            days++;
            daysRegistered += registered.isAfter(day) ? 0 : 1;
            daysOnLeave += on(day, "LEAVE", absences) ? 1 : 0;
        }
        if (daysRegistered < days / 2.0) {
            return "REGISTERED_TOO_LATE";
        }
        if (daysOnLeave > days / 2.0) {
            return "ON_LEAVE";
        }
        if (on(last, "INVESTIGATION", absences)) {
            return "UNDER_INVESTIGATION";
        }
        return on(last, "RETIRED", absences) ? "RETIRED" : null;
    }

    private static boolean on(LocalDate day, String kind, List<Absence> absences) {
        for (Absence absence : absences) {
            if (absence.kind().name().equals(kind)
                    && absence.from().compareTo(day) <= 0
                    && (absence.to() == null || absence.to().compareTo(day) >= 0)) {
                return true;
            }
        }
        return false;
    }

    private List<Absence> absencesOf(String cadreId) {
        Map<String, Absence> absences = new TreeMap<>();
        for (CadreEvent event : register.getOrDefault(cadreId, List.of())) {
            if (event instanceof AbsenceRecorded e) {
                absences.put(e.absence().absenceId(), e.absence());
            } else if (event instanceof CadreTransferredIn e) {
                e.absences().forEach(absence -> absences.put(absence.absenceId(), absence));
            }
        }
        return List.copyOf(absences.values());
    }

    SlowScore score(String cadreId, Period period) {
        List<Line> lines = books.linesOf(cadreId);
        if (period instanceof Year year && settings.yearScoring() == YearScoring.SUM_OF_QUARTERS) {
            List<SlowScore> quarters = new ArrayList<>();
            for (Quarter quarter : year.quarters()) {
                if (quarter.lastDay().isAfter(history.firstMonth().firstDay())) {
                    quarters.add(books.score(lines, monthsOf(quarter)));
                }
            }
            return books.sum(quarters, lines);
        }
        return books.score(lines, monthsOf(period));
    }

    private List<String> monthsOf(Period period) {
        List<String> months = new ArrayList<>();
        boolean toDate = period instanceof Quarter && settings.quarterScoring() == QuarterScoring.YEAR_TO_DATE;
        Month month = toDate ? new Month(period.year(), 1) : period.firstMonth();
        for (; !month.isAfter(period.lastMonth()); month = month.next()) {
            months.add(month.toString());
        }
        return months;
    }

    /** Totals of the ranked cadres of each category and group, in the order of ids. */
    Map<String, Map<String, BigDecimal>> totals(Period period, String category) {
        Map<String, Map<String, BigDecimal>> groups = new TreeMap<>();
        for (String cadreId : onBoard(period, category)) {
            if (whyNotRanked(cadreId, period) == null) {
                String group = postOn(cadreId, period.lastDay()).group();
                groups.computeIfAbsent(group == null ? "" : group, each -> new LinkedHashMap<>())
                        .put(cadreId, score(cadreId, period).total());
            }
        }
        return groups;
    }

    /** Ids of the cadres of a category who belong to the county on the period's last day. */
    List<String> onBoard(Period period, String category) {
        return cadreIds().stream()
                .filter(cadreId -> {
                    Post post = postOn(cadreId, period.lastDay());
                    return post != null
                            && history.county().equals(post.where())
                            && post.category().equals(category);
                })
                .toList();
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
