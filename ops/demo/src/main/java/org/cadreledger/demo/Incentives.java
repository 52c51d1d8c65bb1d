package org.cadreledger.demo;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Claims and department bonuses of every month. */
final class Incentives {
    private static final List<String> RULES =
            List.of("A1", "A1", "A2", "A2", "A4", "A4", "A5", "A6", "A6", "A6", "A7", "A7", "A7", "A8", "A8", "A8");
    private static final List<String> RANKS = List.of("county", "county", "county", "city", "city", "region");
    private static final Map<String, List<String>> LEVELS = Map.of(
            "A1",
            RANKS,
            "A2",
            RANKS,
            "A5",
            List.of("third", "third", "second", "first"),
            "A6",
            List.of("city", "city", "city", "provincial", "provincial", "national"));
    /** The next lower level, where a reviewer may find one. */
    private static final Map<String, String> LOWER =
            Map.of("region", "city", "city", "county", "first", "second", "second", "third", "provincial", "city");

    private static final double SAME_MATTER = 0.15;
    private static final double LOWERED = 0.1;
    private static final double SECOND_CLAIM = 0.12;
    private static final int EVIDENCE_EACH = 3;
    private static final int COMMENDED = 30;
    private static final int COMMENDED_SHARE = 60;

    private final long seed;
    private final Timeline timeline;
    private final Texts texts;

    Incentives(long seed, Timeline timeline, Texts texts) {
        this.seed = seed;
        this.timeline = timeline;
        this.texts = texts;
    }

    /** Uploads that one claimer's claims share: two documents and a picture. */
    static List<String> evidenceOf(String claimer) {
        return IntStream.range(0, EVIDENCE_EACH)
                .mapToObj(i -> claimer + "-" + i)
                .toList();
    }

    List<Claim> claims(List<Person> people) {
        List<Claim> claims = new ArrayList<>();
        for (Person person : people) {
            Claim last = null;
            for (YearMonth month : timeline.all()) {
                for (int n = 0; n < count(person, month); n++) {
                    last = claim(person, month, n, last);
                    claims.add(last);
                }
            }
        }
        return claims;
    }

    private int count(Person person, YearMonth month) {
        Choice choice = Choice.of(seed, "count", person.id(), month);
        if (!person.servesIn(month) || !choice.chance(person.bent().claims())) {
            return 0;
        }
        return choice.chance(SECOND_CLAIM) ? 2 : 1;
    }

    private Claim claim(Person person, YearMonth month, int n, @Nullable Claim last) {
        String id = String.format(Locale.ROOT, "%s-%s-a%d", person.id(), month, n + 1);
        Choice choice = Choice.of(seed, "claim", id);
        String rule = choice.pick(RULES);
        List<String> levels = LEVELS.getOrDefault(rule, List.of());
        String level = levels.isEmpty() ? null : choice.pick(levels);
        boolean again =
                last != null && Quarter.of(last.month()).equals(Quarter.of(month)) && choice.chance(SAME_MATTER);
        String fresh = String.format(Locale.ROOT, choice.pick(texts.list("matters." + rule)), place(choice));
        boolean retold = choice.chance(0.5);
        String matter = again && last != null && retold ? " " + last.matter() + " " : fresh;
        String settled = again && last != null && !retold ? last.matter() : null;
        String claimer = person.claimerIn(month);
        String scorer = Office.reviewer(choice);
        String lowered = level != null && choice.chance(LOWERED) ? LOWER.get(lowerKey(rule, level)) : null;
        return new Claim(
                id,
                person,
                month,
                rule,
                level,
                lowered,
                matter,
                settled,
                day(choice, month),
                account(choice, matter.strip(), person.unitIn(month)),
                List.of(choice.pick(evidenceOf(claimer))),
                scorer,
                Office.approverBut(choice, scorer),
                fate(choice, person, month));
    }

    /** In A6 {@code city} is the lowest level, elsewhere {@code county}. */
    private static String lowerKey(String rule, String level) {
        return rule.equals("A6") && level.equals("city") ? "" : level;
    }

    /** Only the cadre withdraws, no clerk. */
    private Claim.Fate fate(Choice choice, Person person, YearMonth month) {
        int die = choice.below(100);
        if (month.equals(timeline.current())) {
            return die < 40 ? Claim.Fate.DECLARED : die < 75 ? Claim.Fate.SCORED : Claim.Fate.APPROVED;
        }
        if (die < 88) {
            return Claim.Fate.APPROVED;
        }
        if (die < 92) {
            return Claim.Fate.REJECTED;
        }
        if (die < 95) {
            return Claim.Fate.AMENDED;
        }
        if (die < 97) {
            return Claim.Fate.CARRIED;
        }
        return person.signsIn() ? Claim.Fate.WITHDRAWN : Claim.Fate.REJECTED;
    }

    /** One a quarter, in its last month. */
    List<Commendation> commendations(List<Person> people) {
        return timeline.closed().stream()
                .filter(month -> month.equals(Quarter.of(month).last()))
                .map(month -> commendation(people, month))
                .toList();
    }

    private Commendation commendation(List<Person> people, YearMonth month) {
        Choice choice = Choice.of(seed, "commendation", month);
        int number = Math.min(COMMENDED, Math.max(5, people.size() / COMMENDED_SHARE));
        int start = choice.below(people.size());
        List<Person> named = IntStream.range(0, people.size())
                .mapToObj(i -> people.get((start + i * 7) % people.size()))
                .distinct()
                .filter(person -> person.servesIn(month))
                .limit(number)
                .toList();
        String by = Office.reviewer(choice);
        String rule = choice.pick(List.of("A1", "A2"));
        return new Commendation(
                month,
                rule,
                "county",
                String.format(Locale.ROOT, choice.pick(texts.list("matters." + rule)), place(choice)),
                day(choice, month),
                basis(choice, texts, month),
                named,
                by,
                Office.approverBut(choice, by));
    }

    private String place(Choice choice) {
        return choice.pick(texts.list("places"));
    }

    private LocalDate day(Choice choice, YearMonth month) {
        return month.atDay(1 + choice.below(timeline.lastDay(month)));
    }

    private String account(Choice choice, String matter, Unit unit) {
        return String.format(
                Locale.ROOT, choice.pick(texts.list("accounts")), matter, 1 + choice.below(12), unit.name());
    }

    static String basis(Choice choice, Texts texts, YearMonth month) {
        return String.format(Locale.ROOT, choice.pick(texts.list("bases")), month.getYear(), 1 + choice.below(90));
    }
}
