package org.cadreledger.reference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.cadreledger.board.BoardList;
import org.cadreledger.board.BoardSettings;
import org.cadreledger.board.BoardSettings.QuarterScoring;
import org.cadreledger.board.BoardSettings.Ties;
import org.cadreledger.board.BoardSettings.YearScoring;
import org.cadreledger.board.Designation;
import org.cadreledger.cadre.Category;
import org.cadreledger.period.PeriodEvent.BoardPublished;
import org.cadreledger.period.PeriodEvent.MonthClosed;
import org.cadreledger.period.PeriodEvent.PeriodFinalised;
import org.cadreledger.time.Month;
import org.cadreledger.time.Period;
import org.cadreledger.time.Quarter;
import org.cadreledger.time.Year;

/** Writes a random history, the same for the same seed: months close, quarters and years are published, revised, finalised. */
final class RandomHistory {
    static final String COUNTY = "150726";
    static final String NEIGHBOUR = "150727";

    private final long seed;
    private final Random random;
    private final RandomLog log;
    private final People people;
    private final Books books;
    private final BoardSettings settings;
    private final Month firstMonth;
    private final Map<Period, Integer> revisions = new HashMap<>();
    private final Map<Period, List<Designation>> designations = new HashMap<>();

    private RandomHistory(long seed) {
        this.seed = seed;
        this.random = new Random(seed);
        this.log = new RandomLog(random);
        this.people = new People(random, log, COUNTY, NEIGHBOUR);
        this.books = new Books(random, log, people);
        this.settings = settings();
        this.firstMonth = new Month(2026, random.nextInt(3) == 0 ? 1 + random.nextInt(12) : 1);
    }

    /** @param months how many are closed */
    static History of(long seed, int cadres, int months) {
        RandomHistory history = new RandomHistory(seed);
        Catalogues.write(history.log, history.random, NEIGHBOUR);
        for (int i = 0; i < cadres; i++) {
            Month since = history.random.nextInt(5) == 0 ? history.firstMonth.plus(1) : history.firstMonth.plus(-7);
            history.people.register(history.people.dayIn(since));
        }
        for (int i = 0; i < months; i++) {
            history.liveThrough(history.firstMonth.plus(i), cadres);
        }
        return new History(seed, COUNTY, history.firstMonth, history.log.events());
    }

    private BoardSettings settings() {
        int[][] percents = {{15, 5}, {30, 20}, {20, 30}, {50, 50}, {0, 100}};
        int[] chosen = percents[random.nextInt(percents.length)];
        return new BoardSettings(
                1,
                pick(QuarterScoring.values()),
                pick(YearScoring.values()),
                pick(Ties.values()),
                chosen[0],
                chosen[1],
                5);
    }

    private void liveThrough(Month month, int cadres) {
        for (int i = random.nextInt(cadres) + 1; i > 0; i--) {
            act(month, month);
        }
        log.append("period:" + COUNTY + ":" + month.year(), COUNTY, new MonthClosed(COUNTY, month, null));
        for (int i = random.nextInt(3); i > 0; i--) {
            act(month, month.next());
        }
        if (month.month() % 3 == 0) {
            publishAndRevise(month.quarter(), month);
        }
        if (month.month() == 12) {
            publishAndRevise(new Year(month.year()), month);
        }
    }

    private void act(Month month, Month open) {
        int dice = random.nextInt(100);
        if (dice < 70) {
            books.post(firstMonth, open, random.nextInt(6) == 0);
        } else if (dice < 80) {
            books.reverse();
        } else if (dice < 87) {
            people.beAbsent(people.any(), people.dayIn(month));
        } else if (dice < 93) {
            people.change(people.any(), people.dayIn(month), people.dayIn(month.plus(-random.nextInt(9))));
        } else if (dice < 97) {
            String cadreId = people.any();
            String to = people.countyOf(cadreId).equals(COUNTY) ? NEIGHBOUR : COUNTY;
            people.transfer(cadreId, people.dayIn(month), books.broughtTo(to, cadreId));
        } else {
            people.register(people.dayIn(month));
        }
    }

    private void publishAndRevise(Period period, Month month) {
        publish(period);
        for (int i = random.nextInt(3); i > 0; i--) {
            for (int j = random.nextInt(3); j > 0; j--) {
                act(month, month.next());
            }
            Period revised = random.nextInt(3) == 0
                            && period instanceof Quarter quarter
                            && revisions.containsKey(quarter.previous())
                    ? quarter.previous()
                    : period;
            if (random.nextBoolean()) {
                designate(revised);
            }
            publish(revised);
        }
        if (random.nextInt(4) > 0) {
            log.append(stream(period), COUNTY, new PeriodFinalised(COUNTY, period, null));
        }
    }

    /** Anyone, tied or not: who may not be designated must be passed over. */
    private void designate(Period period) {
        List<String> chosen = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            chosen.add(people.any());
        }
        String group = random.nextInt(5) == 0 ? "towns" : random.nextBoolean() ? null : "";
        Category category = random.nextInt(5) == 0 ? Category.RESERVE : Category.SECTION;
        designations
                .computeIfAbsent(period, each -> new ArrayList<>())
                .add(new Designation(category, group, pick(BoardList.values()), chosen, "reason"));
    }

    private void publish(Period period) {
        int revision = revisions.merge(period, 1, Integer::sum);
        List<Designation> standing = List.copyOf(designations.getOrDefault(period, List.of()));
        log.append(
                stream(period), COUNTY, new BoardPublished(COUNTY, period, revision, settings, standing, null, null));
    }

    private static String stream(Period period) {
        return "period:" + COUNTY + ":" + period.year();
    }

    private <T> T pick(T[] values) {
        return values[random.nextInt(values.length)];
    }

    @Override
    public String toString() {
        return "history of seed " + seed;
    }
}
