package org.cadreledger.ledger.statement;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cadreledger.cadre.CadreEvent;
import org.cadreledger.cadre.register.CadreFile;
import org.cadreledger.facts.FreshFolds;
import org.cadreledger.facts.Streams;
import org.cadreledger.jurisdiction.settings.County;
import org.cadreledger.ledger.LedgerEvent;
import org.cadreledger.log.Recorded;
import org.cadreledger.period.PeriodEvent.ObjectionAnswered;
import org.cadreledger.period.PeriodEvent.ObjectionRaised;
import org.cadreledger.store.CommitLog;

/** The streams of the log that say something about one cadre. */
final class CadreStreams {
    private final CommitLog log;
    private final FreshFolds folds;

    CadreStreams(CommitLog log, FreshFolds folds) {
        this.log = log;
        this.folds = folds;
    }

    List<Recorded<Object>> register(String cadreId) {
        return log.stream(Streams.cadre(cadreId), 0);
    }

    static CadreFile file(List<Recorded<Object>> register) {
        CadreFile file = CadreFile.EMPTY;
        for (Recorded<Object> recorded : register) {
            if (recorded.event() instanceof CadreEvent event) {
                file = file.evolve(recorded.with(event));
            }
        }
        return file;
    }

    /** Most of the years that are asked for have no books, which is known without reading them. */
    List<Recorded<Object>> ledger(String cadreId, int year) {
        return folds.kept(cadreId, year).sequence() < 0 ? List.of() : log.stream(Streams.ledger(cadreId, year), 0);
    }

    List<Recorded<Object>> ledger(String cadreId, IntStream years) {
        return years.mapToObj(year -> ledger(cadreId, year))
                .flatMap(List::stream)
                .toList();
    }

    /** What counts as the register and the books say it in one county, in the order of the log. */
    static List<Recorded<Object>> ofCounty(
            String jurisdiction, List<Recorded<Object>> register, List<Recorded<Object>> ledger) {
        List<Recorded<Object>> all = new ArrayList<>();
        for (List<Recorded<Object>> events : List.of(register, ledger)) {
            events.stream()
                    .filter(recorded -> jurisdiction.equals(recorded.jurisdiction()))
                    .filter(recorded ->
                            recorded.event() instanceof CadreEvent || recorded.event() instanceof LedgerEvent)
                    .forEach(all::add);
        }
        all.sort(Comparator.comparingLong(Recorded::guard));
        return all;
    }

    /** Every event of the cadre's own streams and the cadre's objections, in the order of the log. */
    List<Recorded<Object>> history(String cadreId, List<Recorded<Object>> register) {
        List<Recorded<Object>> all = new ArrayList<>(register);
        all.addAll(log.stream(Streams.consequence(cadreId), 0));
        Set<String> counties = counties(register);
        years(register, counties).forEach(year -> {
            all.addAll(ledger(cadreId, year));
            for (String county : counties) {
                log.stream(Streams.period(county, year), 0).stream()
                        .filter(recorded -> isObjectionOf(cadreId, recorded.event()))
                        .forEach(all::add);
            }
        });
        all.sort(Comparator.comparingLong(Recorded::guard));
        return all;
    }

    /** Every event of the cadre's books of all years, in the order of the log. */
    List<Recorded<LedgerEvent>> books(String cadreId, List<Recorded<Object>> register) {
        List<Recorded<LedgerEvent>> all = new ArrayList<>();
        for (Recorded<Object> recorded : ledger(cadreId, years(register, counties(register)))) {
            if (recorded.event() instanceof LedgerEvent event) {
                all.add(recorded.with(event));
            }
        }
        all.sort(Comparator.comparingLong(Recorded::guard));
        return all;
    }

    private static Set<String> counties(List<Recorded<Object>> register) {
        return register.stream()
                .map(Recorded::jurisdiction)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    /** A claim may name a month before the books of a county that the cadre joined; a grade posts to the year after. */
    private IntStream years(List<Recorded<Object>> register, Set<String> counties) {
        int firstYear = counties.stream()
                .map(folds::county)
                .filter(County::exists)
                .mapToInt(county -> county.settings().firstMonth().year())
                .min()
                .orElse(yearOf(register));
        return IntStream.rangeClosed(firstYear - 1, lastYear());
    }

    /** The latest year that books may be of. */
    int lastYear() {
        return log.tail().at().atZone(ZoneOffset.UTC).getYear() + 1;
    }

    private static int yearOf(List<Recorded<Object>> register) {
        return register.getFirst().at().atZone(ZoneOffset.UTC).getYear();
    }

    private static boolean isObjectionOf(String cadreId, Object event) {
        return switch (event) {
            case ObjectionRaised e -> e.cadreId().equals(cadreId);
            case ObjectionAnswered e -> e.cadreId().equals(cadreId);
            default -> false;
        };
    }
}
