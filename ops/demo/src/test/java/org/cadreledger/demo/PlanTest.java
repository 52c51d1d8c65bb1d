package org.cadreledger.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final Texts TEXTS = Texts.load();
    private static final Plan DEMO = Plan.of(Size.DEMO, 1, TODAY, TEXTS);
    private static final Plan COUNTY = Plan.of(Size.COUNTY, 1, TODAY, TEXTS);

    @Test
    void the_same_seed_and_day_give_the_same_plan() {
        assertThat(Plan.of(Size.DEMO, 1, TODAY, TEXTS)).isEqualTo(DEMO);
    }

    @Test
    void another_seed_gives_another_plan() {
        assertThat(Plan.of(Size.DEMO, 2, TODAY, TEXTS).claims()).isNotEqualTo(DEMO.claims());
    }

    @Test
    void the_demo_has_300_cadres_and_the_last_four_quarters() {
        assertThat(DEMO.people()).hasSize(300);
        assertThat(DEMO.units()).hasSize(20);
        assertThat(DEMO.timeline().quarters())
                .extracting(Quarter::toString)
                .containsExactly("2025-Q4", "2026-Q1", "2026-Q2", "2026-Q3");
    }

    @Test
    void the_county_has_2000_cadres_in_60_units_and_36_closed_months() {
        assertThat(COUNTY.people()).hasSize(2_000);
        assertThat(COUNTY.units())
                .extracting(Unit::name)
                .doesNotHaveDuplicates()
                .hasSize(60);
        assertThat(COUNTY.timeline().closed()).hasSize(36).endsWith(YearMonth.of(2026, 10));
    }

    @Test
    void ids_are_unique_and_fit_the_contract() {
        Stream<String> ids = Stream.concat(
                COUNTY.claims().stream().map(Claim::id),
                Stream.concat(
                                COUNTY.deductions().stream(),
                                COUNTY.criticisms().stream().flatMap(List::stream))
                        .map(Deduction::id));
        assertThat(ids.toList()).doesNotHaveDuplicates().allMatch(id -> id.matches("[A-Za-z0-9._-]{1,64}"));
        assertThat(COUNTY.objections()).extracting(Objection::id).doesNotHaveDuplicates();
    }

    @Nested
    class Four_eyes {
        @Test
        void nobody_approves_what_they_scored() {
            assertThat(COUNTY.claims())
                    .isNotEmpty()
                    .noneMatch(claim -> claim.approver().equals(claim.scorer()));
        }

        @Test
        void nobody_confirms_what_they_entered() {
            assertThat(COUNTY.deductions())
                    .isNotEmpty()
                    .noneMatch(deduction -> deduction.confirmedBy().equals(deduction.enteredBy()));
            assertThat(COUNTY.commendations())
                    .isNotEmpty()
                    .noneMatch(bonus -> bonus.confirmedBy().equals(bonus.enteredBy()));
        }

        @Test
        void nobody_answers_an_objection_to_what_they_entered_or_confirmed() {
            assertThat(COUNTY.objections()).isNotEmpty().noneMatch(objection -> {
                Deduction entry = objection.entry();
                return entry != null
                        && List.of(entry.enteredBy(), entry.confirmedBy()).contains(objection.answeredBy());
            });
        }
    }

    @Nested
    class Content {
        @Test
        void matters_fit_200_characters_and_nothing_happens_in_the_future() {
            assertThat(COUNTY.claims())
                    .allMatch(claim -> claim.matter().length() <= 200)
                    .allMatch(claim -> !claim.occurredOn().isAfter(TODAY));
            assertThat(COUNTY.deductions())
                    .allMatch(deduction -> !deduction.occurredOn().isAfter(TODAY));
        }

        @Test
        void a_claim_has_a_level_exactly_where_its_rule_has_them() {
            assertThat(COUNTY.claims())
                    .allMatch(
                            claim -> List.of("A1", "A2", "A5", "A6").contains(claim.rule()) == (claim.level() != null));
        }

        @Test
        void a_claim_names_evidence_that_its_claimer_uploads() {
            assertThat(COUNTY.claims())
                    .allMatch(claim -> !claim.evidence().isEmpty()
                            && Incentives.evidenceOf(claim.claimer()).containsAll(claim.evidence()));
        }

        @Test
        void the_same_matter_comes_twice_in_a_quarter_of_one_cadre() {
            Map<String, Long> times = COUNTY.claims().stream()
                    .map(claim -> claim.cadre().id()
                            + Quarter.of(claim.month())
                            + claim.matter().strip())
                    .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
            assertThat(times.values()).filteredOn(n -> n > 1).hasSizeGreaterThan(100);
        }

        @Test
        void some_cadres_are_at_the_top_and_some_at_the_bottom_all_the_time() {
            assertThat(DEMO.people()).extracting(Person::bent).contains(Bent.STAR, Bent.FAILING, Bent.WEAK);
            assertThat(COUNTY.people())
                    .filteredOn(person -> person.bent() == Bent.FAILING)
                    .hasSize(40);
        }
    }

    @Nested
    class As_a_department_finds_it {
        private final YearMonth current = DEMO.timeline().current();

        @Test
        void claims_wait_at_every_step_and_one_was_returned() {
            List<Claim.Fate> fates = DEMO.claimsOf(current).map(Claim::fate).toList();
            assertThat(fates).contains(Claim.Fate.DECLARED, Claim.Fate.SCORED, Claim.Fate.APPROVED);
            assertThat(fates).filteredOn(Claim.Fate.RETURNED::equals).hasSize(1);
        }

        @Test
        void one_deduction_is_unconfirmed_and_one_objection_to_the_latest_board_is_open() {
            assertThat(DEMO.deductions())
                    .filteredOn(deduction -> deduction.fate() == Deduction.Fate.WAITING)
                    .singleElement()
                    .satisfies(deduction -> assertThat(deduction.month()).isEqualTo(current));
            assertThat(DEMO.objections())
                    .filteredOn(objection -> objection.outcome() == Objection.Outcome.OPEN)
                    .singleElement()
                    .satisfies(objection -> assertThat(DEMO.timeline().isLast(objection.quarter()))
                            .isTrue());
        }

        @Test
        void some_cadres_have_declared_the_month_and_some_have_not() {
            assertThat(DEMO.declaring(current).count())
                    .isPositive()
                    .isLessThan(DEMO.declaring(current.minusMonths(1)).count());
        }

        @Test
        void nothing_of_a_month_before_is_left_undecided() {
            assertThat(DEMO.claims())
                    .filteredOn(claim -> claim.month().isBefore(current))
                    .noneMatch(claim -> List.of(Claim.Fate.DECLARED, Claim.Fate.SCORED, Claim.Fate.RETURNED)
                            .contains(claim.fate()));
        }
    }

    @Test
    void frauds_are_found_two_quarters_later_and_a_sanction_follows() {
        assertThat(DEMO.findings())
                .filteredOn(Finding::fraud)
                .isNotEmpty()
                .allSatisfy(finding ->
                        assertThat(finding.foundIn()).isEqualTo(finding.of().minus(-2)));
        assertThat(DEMO.findings()).extracting(Finding::claim).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-01", "2026-10-01", "2027-01-01", "2027-01-31", "2028-02-29", "2026-12-31"})
    void any_day_of_the_year_can_be_the_last(String day) {
        LocalDate today = LocalDate.parse(day);
        Plan plan = Plan.of(Size.DEMO, 3, today, TEXTS);
        assertThat(plan.timeline().quarters()).hasSize(4);
        assertThat(plan.timeline().closed()).hasSizeBetween(12, 14);
        assertThat(plan.claimsOf(plan.timeline().current()))
                .extracting(Claim::fate)
                .contains(Claim.Fate.DECLARED, Claim.Fate.SCORED, Claim.Fate.RETURNED);
        assertThat(plan.claims()).allMatch(claim -> !claim.occurredOn().isAfter(today));
    }
}
