package org.cadreledger.catalogue.api;

import java.math.BigDecimal;
import java.util.List;
import org.cadreledger.catalogue.Catalogue;
import org.cadreledger.catalogue.DraftCatalogue;
import org.cadreledger.points.Points;
import org.cadreledger.web.Checks;
import org.jspecify.annotations.Nullable;

/** Body of {@code POST /catalogues}, and what the form of a draft says. */
public record CatalogueDraft(
        @Nullable String jurisdiction,
        @Nullable List<@Nullable BaseItem> baseItems,
        @Nullable BigDecimal matterCap,
        @Nullable List<@Nullable Rule> rules) {
    private static final int MOST_ITEMS = 100;
    private static final int MOST_RULES = 500;
    private static final int MOST_LEVELS = 50;

    public record BaseItem(@Nullable String item, @Nullable BigDecimal max) {
        Catalogue.BaseItem checked(Checks checks, String place) {
            return new Catalogue.BaseItem(checks.id(place + ".item", item), checks.positive(place + ".max", max));
        }
    }

    public record Level(@Nullable String code, @Nullable BigDecimal points) {
        Catalogue.Level checked(Checks checks, String place) {
            return new Catalogue.Level(checks.id(place + ".code", code), checks.positive(place + ".points", points));
        }
    }

    public record Rule(
            @Nullable String code,
            @Nullable String kind,
            @Nullable String name,
            @Nullable List<@Nullable Level> levels,
            @Nullable BigDecimal points,
            @Nullable Boolean evidence,
            @Nullable String repeats) {

        Catalogue.Rule checked(Checks checks, String place) {
            List<Catalogue.Level> known = checks.list(
                    place + ".levels", levels, 0, MOST_LEVELS, (inner, level) -> level.checked(checks, inner));
            checks.unique(
                    place + ".levels", known.stream().map(Catalogue.Level::code).toList());
            boolean hasLevels = levels != null && !levels.isEmpty();
            Points amount = hasLevels ? null : checks.positive(place + ".points", points);
            if (hasLevels && points != null) {
                checks.problem(place + ".points", "levels-or-points");
            }
            return new Catalogue.Rule(
                    checks.id(place + ".code", code),
                    checks.choice(place + ".kind", kind, Catalogue.Kind.class),
                    checks.line(place + ".name", name, Checks.MATTER),
                    known,
                    known.isEmpty() && amount == null ? Points.ZERO : amount,
                    evidence != null && evidence,
                    repeats == null
                            ? Catalogue.Repeats.EACH
                            : checks.choice(place + ".repeats", repeats, Catalogue.Repeats.class));
        }
    }

    /** @throws org.cadreledger.refusal.Refusal INVALID_CONTENT naming every field that is wrong */
    public DraftCatalogue command() {
        Checks checks = new Checks();
        List<Catalogue.BaseItem> items =
                checks.list("baseItems", baseItems, 1, MOST_ITEMS, (place, item) -> item.checked(checks, place));
        List<Catalogue.Rule> known =
                checks.list("rules", rules, 1, MOST_RULES, (place, rule) -> rule.checked(checks, place));
        checks.unique("baseItems", items.stream().map(Catalogue.BaseItem::item).toList());
        checks.unique("rules", known.stream().map(Catalogue.Rule::code).toList());
        return checks.valid(new DraftCatalogue(
                checks.optionalId("jurisdiction", jurisdiction),
                items,
                checks.positive("matterCap", matterCap),
                known));
    }
}
