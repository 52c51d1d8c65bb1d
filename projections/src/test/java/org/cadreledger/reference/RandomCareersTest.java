package org.cadreledger.reference;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.cadreledger.consequence.flags.BoardStandings;
import org.cadreledger.consequence.flags.BoardStandings.Standing;
import org.cadreledger.time.Month;
import org.cadreledger.time.Period;
import org.cadreledger.time.Year;
import org.junit.jupiter.api.Test;

/** Flags alone, over careers dense with lists: years of boards at random, revised at random. A failure names the seed. */
class RandomCareersTest {
    private static final int CAREERS = 10_000;

    private final Coverage coverage = new Coverage();

    @Test
    void every_flag_of_a_random_career_is_what_the_reference_says() {
        LongStream.rangeClosed(1, CAREERS).parallel().forEach(this::check);
        coverage.assertComplete();
    }

    private void check(long seed) {
        Random random = new Random(seed);
        List<Period> periods = new ArrayList<>();
        for (Month month = new Month(2026, 3); month.year() < 2028 + random.nextInt(4); month = month.plus(3)) {
            periods.add(month.quarter());
            if (month.month() == 12) {
                periods.add(new Year(month.year()));
            }
        }
        List<Period> published = new ArrayList<>();
        for (Period period : periods) {
            published.add(period);
            if (random.nextInt(6) == 0) {
                published.add(published.get(random.nextInt(published.size())));
            }
        }
        Map<Period, Integer> revisions = new HashMap<>();
        Map<Period, Boolean> finals = new HashMap<>();
        periods.forEach(period -> finals.put(period, random.nextInt(4) > 0));
        List<BoardStandings> standings = new ArrayList<>();
        List<SlowFlags.Seen> seen = new ArrayList<>();
        for (int i = 0; i < published.size(); i++) {
            Period period = published.get(i);
            int revision = revisions.merge(period, 1, Integer::sum);
            long guard = (i + 1L) << 10;
            Instant at = Instant.ofEpochSecond(i);
            Map<String, String> lists = lists(random);
            Map<String, Standing> places = new HashMap<>();
            lists.forEach((id, list) -> places.put(id, list.isEmpty() ? Standing.BETWEEN : Standing.valueOf(list)));
            boolean isFinal = finals.get(period);
            standings.add(new BoardStandings("150726", period, revision, guard, at, isFinal, places));
            seen.add(new SlowFlags.Seen(period.toString(), revision, guard, at, isFinal, lists));
        }
        FlagCheck.compare(seed, standings, new SlowFlags(seen), coverage);
    }

    /** One cadre mostly last, one mostly first, one anything; now and then not ranked. */
    private static Map<String, String> lists(Random random) {
        Map<String, String> lists = new TreeMap<>();
        String[] habits = {"BOTTOM", "TOP", ""};
        for (int i = 0; i < habits.length; i++) {
            int dice = random.nextInt(20);
            if (dice > 2) {
                lists.put(
                        "c" + i,
                        dice > 5 ? habits[i] : List.of("TOP", "BOTTOM", "").get(dice - 3));
            }
        }
        return lists;
    }
}
