package org.cadreledger.demo;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Who works in the county, and where. */
final class Staffing {
    private static final double TOWNSHIPS = 1.0 / 3;
    private static final double RESERVES = 0.3;
    private static final double MOVES = 0.03;
    private static final double AWAY = 0.025;
    private static final double NEWCOMERS = 0.01;
    /** Of a hundred cadres in a row so many are stars, weak, failing: below the quotas of 15 % and 5 %. */
    private static final int STARS = 9;

    private static final int WEAK = 5;
    private static final int FAILING = 2;
    private static final int HUNDRED = 100;
    /** A number without a common factor with 100 spreads the bents over units and categories. */
    private static final int SPREAD = 37;

    private final Size size;
    private final long seed;
    private final Timeline timeline;
    private final Texts texts;
    private final List<Unit> units;

    Staffing(Size size, long seed, Timeline timeline, Texts texts) {
        this.size = size;
        this.seed = seed;
        this.timeline = timeline;
        this.texts = texts;
        this.units = planUnits();
    }

    List<Unit> units() {
        return units;
    }

    List<Person> people() {
        return IntStream.range(0, size.cadres()).mapToObj(this::person).toList();
    }

    private List<Unit> planUnits() {
        int townships = (int) Math.round(size.units() * TOWNSHIPS);
        List<String> towns = texts.list("townships");
        List<String> departments = texts.list("departments");
        List<Unit> planned = new ArrayList<>();
        for (int i = 0; i < size.units(); i++) {
            boolean township = i < townships;
            planned.add(new Unit(i + 1, township ? towns.get(i) : departments.get(i - townships), township));
        }
        return List.copyOf(planned);
    }

    private Person person(int index) {
        String id = String.format(Locale.ROOT, "C%04d", index + 1);
        Choice choice = Choice.of(seed, "person", id);
        Unit unit = units.get(index % units.size());
        String name = choice.pick(texts.list("surnames")) + choice.pick(texts.list("given"));
        boolean reserve = choice.chance(RESERVES);
        String post = choice.pick(texts.list("posts." + (reserve ? "RESERVE" : unit.kind())));
        String rank = reserve ? null : choice.pick(texts.list("ranks"));
        boolean signsIn = index % (size.cadres() / size.signIns()) == 0;
        Bent bent = bent(index);
        LocalDate registered = registered(choice, signsIn);
        Person.@Nullable Move move =
                !signsIn && choice.chance(MOVES * size.stir()) ? move(choice, unit, reserve) : null;
        Person.@Nullable Away away =
                !signsIn && move == null && bent == Bent.STEADY && choice.chance(AWAY * size.stir())
                        ? away(choice)
                        : null;
        return new Person(id, name, reserve, unit, post, rank, registered, bent, signsIn, move, away);
    }

    private static Bent bent(int index) {
        int place = index * SPREAD % HUNDRED;
        if (place < STARS) {
            return Bent.STAR;
        }
        if (place < STARS + WEAK) {
            return Bent.WEAK;
        }
        return place < STARS + WEAK + FAILING ? Bent.FAILING : Bent.STEADY;
    }

    /** Mostly years before the books; a few arrive while they are kept and are not ranked at first. */
    private LocalDate registered(Choice choice, boolean signsIn) {
        if (!signsIn && choice.chance(NEWCOMERS * size.stir())) {
            return choice.pick(timeline.closed()).atDay(1 + choice.below(28));
        }
        return timeline.first().minusMonths(1L + choice.below(96)).atDay(1 + choice.below(28));
    }

    private Person.Move move(Choice choice, Unit from, boolean reserve) {
        List<YearMonth> months = timeline.closed();
        Unit to = choice.pick(units.stream().filter(unit -> !unit.equals(from)).toList());
        YearMonth month = months.get(1 + choice.below(months.size() - 1));
        return new Person.Move(month, to, choice.pick(texts.list("posts." + (reserve ? "RESERVE" : to.kind()))));
    }

    private Person.Away away(Choice choice) {
        LocalDate from = choice.pick(timeline.closed()).atDay(1 + choice.below(28));
        int kind = choice.below(10);
        if (kind < 6) {
            return new Person.Away("LEAVE", from, from.plusDays(30L + choice.below(120)));
        }
        return kind < 8
                ? new Person.Away("INVESTIGATION", from, from.plusDays(60L + choice.below(120)))
                : new Person.Away("RETIRED", from, null);
    }
}
