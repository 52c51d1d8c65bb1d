package org.cadreledger.catalogue.pages;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.cadreledger.catalogue.Catalogue;
import org.cadreledger.catalogue.Catalogue.BaseItem;
import org.cadreledger.catalogue.Catalogue.Level;
import org.cadreledger.catalogue.Catalogue.Rule;
import org.cadreledger.points.Points;
import org.jspecify.annotations.Nullable;

/** What one version of the catalogue says otherwise than another. Pure. */
final class CatalogueChanges {
    private CatalogueChanges() {}

    /** What kind of difference it is. */
    enum Kind {
        ADDED,
        REMOVED,
        CHANGED
    }

    /** What of a rule or an item differs. */
    enum Field {
        RULE,
        NAME,
        KIND,
        POINTS,
        LEVEL,
        EVIDENCE,
        REPEATS,
        BASE_ITEM,
        MATTER_CAP
    }

    /**
     * One difference.
     *
     * @param code of the rule or the base item; empty for the cap of a matter
     * @param name of the rule as the later version has it
     * @param level of the rule, for {@link Field#LEVEL}
     * @param before as it stood: a text, {@link Points}, a Boolean or an enumeration's value; null when it is new
     * @param after as it stands; null when it is gone
     */
    public record Change(
            Kind kind,
            Field field,
            String code,
            String name,
            @Nullable String level,
            @Nullable Object before,
            @Nullable Object after) {}

    static List<Change> between(Catalogue before, Catalogue after) {
        List<Change> changes = new ArrayList<>();
        if (!before.matterCap().equals(after.matterCap())) {
            changes.add(
                    new Change(Kind.CHANGED, Field.MATTER_CAP, "", "", null, before.matterCap(), after.matterCap()));
        }
        baseItems(before, after, changes);
        for (String code : codes(before.rules(), after.rules())) {
            rule(before.rule(code), after.rule(code), changes);
        }
        return List.copyOf(changes);
    }

    private static void baseItems(Catalogue before, Catalogue after, List<Change> changes) {
        Set<String> items = new LinkedHashSet<>();
        after.baseItems().forEach(item -> items.add(item.item()));
        before.baseItems().forEach(item -> items.add(item.item()));
        for (String item : items) {
            Points was = before.baseItem(item).map(BaseItem::max).orElse(null);
            Points is = after.baseItem(item).map(BaseItem::max).orElse(null);
            if (!Objects.equals(was, is)) {
                changes.add(new Change(kind(was, is), Field.BASE_ITEM, item, "", null, was, is));
            }
        }
    }

    private static Set<String> codes(List<Rule> before, List<Rule> after) {
        Set<String> codes = new LinkedHashSet<>();
        after.forEach(rule -> codes.add(rule.code()));
        before.forEach(rule -> codes.add(rule.code()));
        return codes;
    }

    private static void rule(Optional<Rule> before, Optional<Rule> after, List<Change> changes) {
        if (before.isEmpty() || after.isEmpty()) {
            Rule one = after.or(() -> before).orElseThrow();
            String was = before.map(Rule::name).orElse(null);
            String is = after.map(Rule::name).orElse(null);
            changes.add(new Change(kind(was, is), Field.RULE, one.code(), one.name(), null, was, is));
            return;
        }
        Rule was = before.get();
        Rule is = after.get();
        differs(Field.NAME, is, was.name(), is.name(), changes);
        differs(Field.KIND, is, was.kind(), is.kind(), changes);
        differs(Field.POINTS, is, was.points(), is.points(), changes);
        levels(was, is, changes);
        differs(Field.EVIDENCE, is, was.evidence(), is.evidence(), changes);
        differs(Field.REPEATS, is, was.repeats(), is.repeats(), changes);
    }

    private static void levels(Rule before, Rule after, List<Change> changes) {
        Set<String> levels = new LinkedHashSet<>();
        after.levels().forEach(level -> levels.add(level.code()));
        before.levels().forEach(level -> levels.add(level.code()));
        for (String level : levels) {
            Points was = points(before, level);
            Points is = points(after, level);
            if (!Objects.equals(was, is)) {
                changes.add(new Change(kind(was, is), Field.LEVEL, after.code(), after.name(), level, was, is));
            }
        }
    }

    private static @Nullable Points points(Rule rule, String level) {
        return rule.levels().stream()
                .filter(known -> known.code().equals(level))
                .map(Level::points)
                .findFirst()
                .orElse(null);
    }

    private static void differs(
            Field field, Rule rule, @Nullable Object was, @Nullable Object is, List<Change> changes) {
        if (!Objects.equals(was, is)) {
            changes.add(new Change(kind(was, is), field, rule.code(), rule.name(), null, was, is));
        }
    }

    private static Kind kind(@Nullable Object was, @Nullable Object is) {
        if (was == null) {
            return Kind.ADDED;
        }
        return is == null ? Kind.REMOVED : Kind.CHANGED;
    }
}
