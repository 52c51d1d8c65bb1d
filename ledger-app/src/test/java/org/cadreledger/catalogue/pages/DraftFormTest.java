package org.cadreledger.catalogue.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cadreledger.catalogue.Catalogue;
import org.cadreledger.catalogue.Catalogue.BaseItem;
import org.cadreledger.catalogue.Catalogue.Kind;
import org.cadreledger.catalogue.Catalogue.Level;
import org.cadreledger.catalogue.Catalogue.Repeats;
import org.cadreledger.catalogue.Catalogue.Rule;
import org.cadreledger.points.Points;
import org.cadreledger.refusal.Refusal;
import org.junit.jupiter.api.Test;

class DraftFormTest {
    private static final Catalogue CATALOGUE = new Catalogue(
            3,
            null,
            List.of(new BaseItem("P1", Points.of(30))),
            Points.of(10),
            List.of(
                    new Rule(
                            "A1",
                            Kind.BONUS,
                            "praised",
                            List.of(new Level("city", Points.of(2)), new Level("county", new Points(50))),
                            null,
                            true,
                            Repeats.EACH),
                    new Rule("N1", Kind.DEDUCTION, "disobeys", List.of(), Points.of(5), false, Repeats.YEAR)));

    private static final DraftForm FORM = DraftForm.of(CATALOGUE, "qinghe");

    /** As a browser sends it. */
    private static Map<String, String> sent(DraftForm form) {
        Map<String, String> fields = new HashMap<>();
        fields.put("jurisdiction", form.jurisdiction());
        fields.put("matterCap", form.matterCap());
        for (int i = 0; i < form.items().size(); i++) {
            fields.put("item." + i + ".code", form.items().get(i).code());
            fields.put("item." + i + ".max", form.items().get(i).max());
        }
        for (int i = 0; i < form.rules().size(); i++) {
            DraftForm.Row row = form.rules().get(i);
            String prefix = "rule." + i + ".";
            fields.putAll(Map.of(
                    prefix + "code", row.code(),
                    prefix + "kind", row.kind(),
                    prefix + "name", row.name(),
                    prefix + "points", row.points(),
                    prefix + "repeats", row.repeats()));
            if (row.evidence()) {
                fields.put(prefix + "evidence", "true");
            }
            for (int l = 0; l < row.levels().size(); l++) {
                fields.put(prefix + "level." + l + ".code", row.levels().get(l).code());
                fields.put(
                        prefix + "level." + l + ".points", row.levels().get(l).points());
            }
        }
        return fields;
    }

    @Test
    void a_version_comes_through_the_form_unchanged() {
        Map<String, String> fields = sent(FORM);
        DraftForm read = DraftForm.read(fields::get);
        assertThat(read).isEqualTo(FORM);
        var command = read.draft().command();
        assertThat(command.jurisdiction()).isEqualTo("qinghe");
        assertThat(command.rules()).isEqualTo(CATALOGUE.rules());
        assertThat(command.baseItems()).isEqualTo(CATALOGUE.baseItems());
        assertThat(command.matterCap()).isEqualTo(CATALOGUE.matterCap());
    }

    @Test
    void buttons_add_and_remove_rows() {
        assertThat(FORM.after("add-item").items()).hasSize(2);
        assertThat(FORM.after("remove-item.0").items()).isEmpty();
        assertThat(FORM.after("add-bonus").rules()).last().returns("BONUS", DraftForm.Row::kind);
        assertThat(FORM.after("add-deduction").rules()).last().returns("DEDUCTION", DraftForm.Row::kind);
        assertThat(FORM.after("remove-rule.0").rules()).singleElement().returns("N1", DraftForm.Row::code);
        assertThat(FORM.after("add-level.1").rules().get(1))
                .returns("", DraftForm.Row::points)
                .satisfies(row -> assertThat(row.levels()).hasSize(1));
        assertThat(FORM.after("remove-level.0.0").rules().getFirst().levels())
                .singleElement()
                .returns("county", DraftForm.Step::code);
    }

    @Test
    void a_button_that_no_page_made_changes_nothing() {
        for (String button : List.of("", "x", "remove-rule", "remove-rule.9", "remove-level.0.x", "add-level.77777")) {
            assertThat(FORM.after(button)).isEqualTo(FORM);
        }
    }

    @Test
    void what_is_no_amount_is_told_with_its_place() {
        Map<String, String> fields = sent(FORM);
        fields.put("rule.1.points", "five");
        fields.put("rule.0.level.1.points", "-1");
        DraftForm read = DraftForm.read(fields::get);
        assertThatThrownBy(read::draft)
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.fields())
                                .extracting(Refusal.FieldProblem::field)
                                .containsExactly("rules[0].levels[1].points", "rules[1].points"));
    }
}
