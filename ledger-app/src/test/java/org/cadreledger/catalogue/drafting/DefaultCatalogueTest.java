package org.cadreledger.catalogue.drafting;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.cadreledger.catalogue.Catalogue;
import org.cadreledger.catalogue.Catalogue.Kind;
import org.cadreledger.catalogue.Catalogue.Repeats;
import org.cadreledger.catalogue.Catalogue.Rule;
import org.cadreledger.points.Points;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The shipped catalogue against the tables of domain.md "The catalogue of the primary source". */
class DefaultCatalogueTest {
    private static final String A1 = "national|region|city|county";
    private final Catalogue catalogue = DefaultCatalogue.load();

    @ParameterizedTest
    @CsvSource({"P1,30", "P2,10", "P3,10", "D1,10", "D2,10", "R1,10", "R2,10", "C1,5", "C2,5"})
    void a_base_item_has_its_points(String item, long max) {
        assertThat(catalogue.baseItem(item).orElseThrow().max()).isEqualTo(Points.of(max));
    }

    @Test
    void the_base_is_a_hundred_in_four_parts_and_nothing_else_is_there() {
        assertThat(catalogue.base()).isEqualTo(Points.of(100));
        assertThat(catalogue.baseItems()).hasSize(9);
        assertThat(part("P")).isEqualTo(Points.of(50));
        assertThat(part("D")).isEqualTo(Points.of(20));
        assertThat(part("R")).isEqualTo(Points.of(20));
        assertThat(part("C")).isEqualTo(Points.of(10));
        assertThat(catalogue.matterCap()).isEqualTo(Points.of(10));
        assertThat(catalogue.rules())
                .extracting(Rule::code)
                .containsExactly(
                        "A1", "A2", "A3", "A4", "A5", "A6", "A7", "A8", "N1", "N2", "N3", "N4", "N5", "N6", "N7", "N8",
                        "N9");
    }

    @ParameterizedTest
    @CsvSource({
        "A1, BONUS, " + A1 + ", 8|4|2|1, true, EACH",
        "A2, BONUS, " + A1 + ", 5|3|2|1, true, EACH",
        "A3, BONUS, '', 1, false, YEAR",
        "A4, BONUS, '', 2, true, EACH",
        "A5, BONUS, first|second|third, 2|1|0.5, true, EACH",
        "A6, BONUS, national|provincial|city, 3|2|1, true, EACH",
        "A7, BONUS, '', 3, true, EACH",
        "A8, BONUS, '', 3, true, EACH",
        "N1, DEDUCTION, '', 5, false, EACH",
        "N2, DEDUCTION, '', 3, false, EACH",
        "N3, DEDUCTION, '', 3, false, YEAR",
        "N4, DEDUCTION, '', 1, false, EACH",
        "N5, DEDUCTION, '', 1, false, EACH",
        "N6, DEDUCTION, '', 2, false, EACH",
        "N7, DEDUCTION, '', 1, false, EACH",
        "N8, DEDUCTION, '', 1, false, EACH",
        "N9, DEDUCTION, '', 1, false, EACH"
    })
    void a_rule_has_its_levels_and_points(
            String code, Kind kind, String levels, String points, boolean evidence, Repeats repeats) {
        Rule rule = catalogue.rule(code).orElseThrow();
        assertThat(rule.kind()).isEqualTo(kind);
        assertThat(rule.evidence()).isEqualTo(evidence);
        assertThat(rule.repeats()).isEqualTo(repeats);
        assertThat(rule.name()).isNotBlank();
        assertThat(rule.levels().stream().map(level -> level.code()).collect(Collectors.joining("|")))
                .isEqualTo(levels);
        List<Points> amounts = rule.levels().isEmpty()
                ? List.of(rule.pointsAt(null).orElseThrow())
                : rule.levels().stream().map(level -> level.points()).toList();
        assertThat(amounts)
                .isEqualTo(List.of(points.split("\\|")).stream()
                        .map(BigDecimal::new)
                        .map(Points::of)
                        .toList());
    }

    private Points part(String prefix) {
        return catalogue.baseItems().stream()
                .filter(item -> item.item().startsWith(prefix))
                .map(item -> item.max())
                .reduce(Points.ZERO, Points::plus);
    }
}
