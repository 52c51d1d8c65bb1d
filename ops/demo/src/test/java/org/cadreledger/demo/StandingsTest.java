package org.cadreledger.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A rough forecast of the boards (matters and base items are not grouped, everyone is ranked), to see that the plan holds what a
 * county's boards are looked at for. The program's own boards are not compared with it.
 */
class StandingsTest {
    private static final Plan COUNTY = Plan.of(Size.COUNTY, 1, LocalDate.of(2026, 11, 21), Texts.load());
    private static final Plan DEMO = Plan.of(Size.DEMO, 1, LocalDate.of(2026, 11, 21), Texts.load());
    private static final Map<String, Double> FLAT =
            Map.of("A4", 2.0, "A7", 3.0, "A8", 3.0, "N1", 5.0, "N2", 3.0, "N6", 2.0);
    private static final Map<String, Double> PERSONAL = Map.of("region", 4.0, "city", 2.0, "county", 1.0);
    private static final Map<String, Double> WORK = Map.of("region", 3.0, "city", 2.0, "county", 1.0);
    private static final Map<String, Double> CITY_RANK = Map.of("first", 2.0, "second", 1.0, "third", 0.5);
    private static final Map<String, Double> PRESS = Map.of("national", 3.0, "provincial", 2.0, "city", 1.0);

    /** Who is on a list, and how many tied over its cut. */
    private record Lists(Set<String> top, Set<String> bottom, int tied) {}

    @Test
    void some_are_at_the_top_in_all_four_quarters_of_a_year() {
        List<Set<String>> tops = Stream.of("2025-Q1", "2025-Q2", "2025-Q3", "2025-Q4")
                .map(name -> lists(COUNTY, month -> Quarter.of(month).toString().equals(name))
                        .top())
                .toList();
        assertThat(inAll(tops)).hasSizeGreaterThan(10);
    }

    @Test
    void some_are_at_the_bottom_in_four_quarters_running_also_in_the_demo() {
        assertThat(inAll(quarterly(COUNTY).subList(4, 8))).isNotEmpty();
        assertThat(inAll(quarterly(DEMO).subList(0, 3))).isNotEmpty();
        assertThat(inAll(quarterly(DEMO))).isNotEmpty();
    }

    @Test
    void some_are_last_in_two_and_in_three_years_running() {
        List<Set<String>> years = Stream.of(2023, 2024, 2025)
                .map(year -> lists(COUNTY, month -> month.getYear() == year).bottom())
                .toList();
        assertThat(inAll(years.subList(1, 3))).isNotEmpty();
        assertThat(inAll(years)).isNotEmpty();
    }

    @Test
    void equals_straddle_the_cuts() {
        int tied = COUNTY.timeline().quarters().stream()
                .mapToInt(quarter -> lists(COUNTY, month -> Quarter.of(month).equals(quarter))
                        .tied())
                .sum();
        assertThat(tied).isPositive();
    }

    private static List<Set<String>> quarterly(Plan plan) {
        return plan.timeline().quarters().stream()
                .map(quarter ->
                        lists(plan, month -> Quarter.of(month).equals(quarter)).bottom())
                .toList();
    }

    private static Set<String> inAll(List<Set<String>> lists) {
        Set<String> all = new HashSet<>(lists.getFirst());
        lists.forEach(all::retainAll);
        return all;
    }

    private static Lists lists(Plan plan, Predicate<YearMonth> in) {
        Map<String, Double> totals = totals(plan, in);
        Map<String, List<Double>> groups = plan.people().stream()
                .collect(Collectors.groupingBy(
                        StandingsTest::group,
                        Collectors.mapping(person -> totals.getOrDefault(person.id(), 0.0), Collectors.toList())));
        Set<String> top = new HashSet<>();
        Set<String> bottom = new HashSet<>();
        int tied = 0;
        for (Person person : plan.people()) {
            List<Double> group = new ArrayList<>(groups.getOrDefault(group(person), List.of()));
            double total = totals.getOrDefault(person.id(), 0.0);
            long notWorse = group.stream().filter(other -> other >= total).count();
            long notBetter = group.stream().filter(other -> other <= total).count();
            long better = group.size() - notBetter;
            int places = group.size() * 15 / 100;
            if (notWorse <= places) {
                top.add(person.id());
            } else if (better < places) {
                tied++;
            }
            if (notBetter <= group.size() * 5 / 100) {
                bottom.add(person.id());
            }
        }
        return new Lists(top, bottom, tied);
    }

    private static String group(Person person) {
        return person.reserve() ? "reserve" : person.unit().kind();
    }

    private static Map<String, Double> totals(Plan plan, Predicate<YearMonth> in) {
        Map<String, Double> totals = new HashMap<>();
        plan.claims().stream()
                .filter(claim -> in.test(claim.month()))
                .filter(claim -> claim.fate() == Claim.Fate.APPROVED || claim.fate() == Claim.Fate.AMENDED)
                .forEach(claim -> totals.merge(claim.cadre().id(), points(claim), Double::sum));
        plan.deductions().stream()
                .filter(deduction -> in.test(deduction.month()))
                .filter(deduction -> deduction.fate() == Deduction.Fate.CONFIRMED)
                .forEach(deduction -> totals.merge(deduction.cadre().id(), -points(deduction), Double::sum));
        return totals;
    }

    private static double points(Claim claim) {
        String level = claim.loweredTo() != null ? claim.loweredTo() : claim.level();
        return switch (claim.rule()) {
            case "A1" -> PERSONAL.getOrDefault(String.valueOf(level), 0.0);
            case "A2" -> WORK.getOrDefault(String.valueOf(level), 0.0);
            case "A5" -> CITY_RANK.getOrDefault(String.valueOf(level), 0.0);
            case "A6" -> PRESS.getOrDefault(String.valueOf(level), 0.0);
            default -> FLAT.getOrDefault(claim.rule(), 0.0);
        };
    }

    private static double points(Deduction deduction) {
        return deduction.ofBase() ? deduction.points() : FLAT.getOrDefault(deduction.code(), 1.0);
    }
}
