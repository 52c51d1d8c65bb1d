package org.cadreledger.catalogue.drafting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cadreledger.registerbed.RegisterSide.ADMIN;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.cadreledger.access.Actor;
import org.cadreledger.access.Role;
import org.cadreledger.catalogue.Catalogue;
import org.cadreledger.catalogue.Catalogue.BaseItem;
import org.cadreledger.catalogue.Catalogue.Kind;
import org.cadreledger.catalogue.Catalogue.Level;
import org.cadreledger.catalogue.Catalogue.Repeats;
import org.cadreledger.catalogue.Catalogue.Rule;
import org.cadreledger.catalogue.DraftCatalogue;
import org.cadreledger.catalogue.PublishCatalogue;
import org.cadreledger.points.Points;
import org.cadreledger.refusal.Reason;
import org.cadreledger.registerbed.Refused;
import org.cadreledger.registerbed.RegisterSide;
import org.cadreledger.time.Month;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CatalogueDeskTest {
    private static final Actor OF_J1 = new Actor("a1", Set.of(Role.CATALOGUE_ADMIN), null, "j1", null);
    private static final Catalogue DEFAULT = DefaultCatalogue.load();

    private final RegisterSide side = new RegisterSide().county("j1");

    private static DraftCatalogue draft(@Nullable String jurisdiction) {
        return new DraftCatalogue(jurisdiction, DEFAULT.baseItems(), DEFAULT.matterCap(), DEFAULT.rules());
    }

    private static DraftCatalogue otherBase(@Nullable String jurisdiction) {
        List<BaseItem> items = new ArrayList<>(DEFAULT.baseItems());
        items.set(0, new BaseItem("P1", Points.of(29)));
        return new DraftCatalogue(jurisdiction, items, DEFAULT.matterCap(), DEFAULT.rules());
    }

    private static Rule rule(String code, List<Level> levels, @Nullable Points points) {
        return new Rule(code, Kind.BONUS, "name", levels, points, false, Repeats.EACH);
    }

    private void publish(DraftCatalogue draft, String from) {
        publish(side.send(draft, ADMIN).version(), from);
    }

    private void publish(int version, String from) {
        side.send(new PublishCatalogue(version, Month.parse(from)), ADMIN);
    }

    @Test
    void an_empty_log_gets_version_1_once() {
        assertThat(side.folds.catalogues().inForce(Month.parse("2026-01"), "j1"))
                .contains(DEFAULT);
        long end = side.end();
        new CatalogueBootstrap(side, side.folds).start();
        assertThat(side.end()).isEqualTo(end);
    }

    @Test
    void drafts_are_numbered_and_in_force_only_when_published() {
        assertThat(side.send(draft(null), ADMIN).version()).isEqualTo(2);
        assertThat(side.send(draft("j1"), ADMIN).version()).isEqualTo(3);
        publish(3, "2026-03");
        assertThat(side.folds.catalogues().inForce(Month.parse("2026-02"), "j1"))
                .hasValueSatisfying(c -> assertThat(c.version()).isEqualTo(1));
        assertThat(side.folds.catalogues().inForce(Month.parse("2026-03"), "j1"))
                .hasValueSatisfying(c -> assertThat(c.version()).isEqualTo(3));
    }

    @Test
    void every_bad_field_of_a_draft_is_named_by_its_path() {
        List<Rule> rules = List.of(
                rule("A1", List.of(), Points.ZERO),
                rule("A1", List.of(new Level("l", Points.of(1)), new Level("l", new Points(-1))), null),
                rule("bad code", List.of(), Points.of(1)));
        List<BaseItem> items = List.of(new BaseItem("P1", Points.of(1)), new BaseItem("P1", Points.ZERO));
        Refused.fields(
                () -> side.send(new DraftCatalogue(null, items, Points.ZERO, rules), ADMIN),
                "matterCap: not-positive",
                "baseItems[1].item: duplicate",
                "baseItems[1].max: not-positive",
                "rules[0].points: not-positive",
                "rules[1].code: duplicate",
                "rules[1].levels[1].code: duplicate",
                "rules[1].levels[1].points: not-positive",
                "rules[2].code: bad-id");
    }

    @Test
    void an_empty_draft_and_an_unknown_county_are_refused() {
        Refused.fields(
                () -> side.send(new DraftCatalogue(null, List.of(), Points.of(10), List.of()), ADMIN),
                "baseItems: required",
                "rules: required");
        Refused.fields(() -> side.send(draft("j9"), ADMIN), "jurisdiction: unknown");
    }

    @Test
    void a_version_is_published_once() {
        publish(draft(null), "2026-03");
        Refused.with(Reason.CATALOGUE_PUBLISHED, () -> publish(2, "2026-04"));
        Refused.with(Reason.UNKNOWN_CATALOGUE, () -> publish(9, "2026-04"));
    }

    @Test
    void a_closed_month_of_any_county_keeps_its_catalogue() {
        side.county("j2").closed("j2", "2026-01", "2026-02");
        side.send(draft(null), ADMIN);
        side.send(draft("j1"), ADMIN);
        Refused.fields(() -> publish(2, "2026-02"), "effectiveFrom: month-closed");
        publish(3, "2026-02");
        publish(2, "2026-03");
        assertThat(side.folds.catalogues().highest()).isEqualTo(3);
    }

    @Test
    void base_items_change_only_from_a_january() {
        side.send(otherBase(null), ADMIN);
        Refused.fields(() -> publish(2, "2026-04"), "effectiveFrom: base-items-from-january");
        publish(2, "2027-01");
        assertThat(side.folds.catalogues().inForce(Month.parse("2027-05"), "j1"))
                .hasValueSatisfying(c -> assertThat(c.base()).isEqualTo(Points.of(99)));
    }

    @Test
    void base_items_may_not_change_back_within_the_year_by_a_version_published_before() {
        publish(draft(null), "2027-06");
        side.send(otherBase(null), ADMIN);
        Refused.fields(() -> publish(3, "2027-01"), "effectiveFrom: base-items-from-january");
    }

    @Test
    void a_user_of_one_county_drafts_and_publishes_only_for_it() {
        Refused.with(Reason.OTHER_JURISDICTION, () -> side.send(draft(null), OF_J1));
        Refused.with(Reason.OTHER_JURISDICTION, () -> side.send(draft("j2"), OF_J1));
        assertThat(side.send(draft("j1"), OF_J1).version()).isEqualTo(2);
        side.send(draft(null), ADMIN);
        Refused.with(
                Reason.OTHER_JURISDICTION, () -> side.send(new PublishCatalogue(3, Month.parse("2026-05")), OF_J1));
        assertThat(side.send(new PublishCatalogue(2, Month.parse("2026-05")), OF_J1)
                        .version())
                .isEqualTo(2);
    }
}
