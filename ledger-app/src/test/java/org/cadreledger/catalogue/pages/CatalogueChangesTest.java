package org.cadreledger.catalogue.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.cadreledger.catalogue.Catalogue;
import org.cadreledger.catalogue.Catalogue.BaseItem;
import org.cadreledger.catalogue.Catalogue.Kind;
import org.cadreledger.catalogue.Catalogue.Level;
import org.cadreledger.catalogue.Catalogue.Repeats;
import org.cadreledger.catalogue.Catalogue.Rule;
import org.cadreledger.points.Points;
import org.junit.jupiter.api.Test;

class CatalogueChangesTest {
    private static final Rule LEVELLED = new Rule(
            "A1",
            Kind.BONUS,
            "praised",
            List.of(new Level("city", Points.of(2)), new Level("county", Points.of(1))),
            null,
            true,
            Repeats.EACH);
    private static final Rule PLAIN =
            new Rule("N1", Kind.DEDUCTION, "disobeys", List.of(), Points.of(5), false, Repeats.EACH);

    private static Catalogue catalogue(int cap, List<BaseItem> items, Rule... rules) {
        return new Catalogue(1, null, items, Points.of(cap), List.of(rules));
    }

    private static List<String> changes(Catalogue before, Catalogue after) {
        return CatalogueChanges.between(before, after).stream()
                .map(change -> change.kind() + " " + change.field() + " " + change.code() + " "
                        + (change.level() == null ? "" : change.level() + " ") + change.before() + " -> "
                        + change.after())
                .toList();
    }

    @Test
    void the_same_content_has_no_changes() {
        Catalogue same = catalogue(10, List.of(new BaseItem("P1", Points.of(30))), LEVELLED, PLAIN);
        assertThat(changes(same, same)).isEmpty();
    }

    @Test
    void rules_come_and_go() {
        List<BaseItem> items = List.of(new BaseItem("P1", Points.of(30)));
        assertThat(changes(catalogue(10, items, LEVELLED), catalogue(10, items, PLAIN)))
                .containsExactly("ADDED RULE N1 null -> disobeys", "REMOVED RULE A1 praised -> null");
    }

    @Test
    void every_particular_is_compared() {
        Rule otherLevels = new Rule(
                "A1",
                Kind.BONUS,
                "honoured",
                List.of(new Level("city", Points.of(3)), new Level("town", Points.of(1))),
                null,
                false,
                Repeats.YEAR);
        Catalogue before = catalogue(
                10, List.of(new BaseItem("P1", Points.of(30)), new BaseItem("P2", Points.of(10))), LEVELLED, PLAIN);
        Catalogue after = catalogue(8, List.of(new BaseItem("P1", Points.of(40))), otherLevels, PLAIN);
        assertThat(changes(before, after))
                .containsExactly(
                        "CHANGED MATTER_CAP  10 -> 8",
                        "CHANGED BASE_ITEM P1 30 -> 40",
                        "REMOVED BASE_ITEM P2 10 -> null",
                        "CHANGED NAME A1 praised -> honoured",
                        "CHANGED LEVEL A1 city 2 -> 3",
                        "ADDED LEVEL A1 town null -> 1",
                        "REMOVED LEVEL A1 county 1 -> null",
                        "CHANGED EVIDENCE A1 true -> false",
                        "CHANGED REPEATS A1 EACH -> YEAR");
    }

    @Test
    void one_amount_in_the_place_of_levels_is_seen() {
        Rule flat = new Rule("A1", Kind.BONUS, "praised", List.of(), Points.of(2), true, Repeats.EACH);
        List<BaseItem> items = List.of(new BaseItem("P1", Points.of(30)));
        assertThat(changes(catalogue(10, items, LEVELLED), catalogue(10, items, flat)))
                .containsExactly(
                        "ADDED POINTS A1 null -> 2",
                        "REMOVED LEVEL A1 city 2 -> null",
                        "REMOVED LEVEL A1 county 1 -> null");
    }
}
