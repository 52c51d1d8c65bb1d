package org.cadreledger.catalogue.drafting;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.cadreledger.catalogue.Catalogue.BaseItem;
import org.cadreledger.catalogue.Catalogue.Level;
import org.cadreledger.catalogue.Catalogue.Rule;
import org.cadreledger.catalogue.DraftCatalogue;
import org.cadreledger.checks.Problems;
import org.cadreledger.points.Points;

/** What a version of the catalogue must be like (domain.md "The catalogue"). Pure. */
final class DraftRules {
    static final int MOST_BASE_ITEMS = 100;
    static final int MOST_RULES = 500;
    static final int MOST_LEVELS = 50;
    private static final int LONGEST_NAME = 300;

    private DraftRules() {}

    /** @throws org.cadreledger.refusal.Refusal naming every field that is wrong, for example {@code rules[0].points} */
    static void check(DraftCatalogue draft) {
        Problems problems = new Problems();
        problems.optionalId("jurisdiction", draft.jurisdiction());
        positive(problems, "matterCap", draft.matterCap());
        if (size(problems, "baseItems", draft.baseItems(), MOST_BASE_ITEMS)) {
            checkBaseItems(problems, draft.baseItems());
        }
        if (size(problems, "rules", draft.rules(), MOST_RULES)) {
            Set<String> codes = new HashSet<>();
            for (int i = 0; i < draft.rules().size(); i++) {
                checkRule(problems, "rules[" + i + "]", draft.rules().get(i), codes);
            }
        }
        problems.refuse();
    }

    private static void checkBaseItems(Problems problems, List<BaseItem> items) {
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < items.size(); i++) {
            String path = "baseItems[" + i + "]";
            BaseItem item = items.get(i);
            code(problems, path + ".item", item.item(), codes);
            positive(problems, path + ".max", item.max());
        }
    }

    private static void checkRule(Problems problems, String path, Rule rule, Set<String> codes) {
        code(problems, path + ".code", rule.code(), codes);
        problems.text(path + ".name", rule.name(), LONGEST_NAME);
        Points points = rule.points();
        if (points != null) {
            positive(problems, path + ".points", points);
        } else if (size(problems, path + ".levels", rule.levels(), MOST_LEVELS)) {
            checkLevels(problems, path + ".levels", rule.levels());
        }
    }

    private static void checkLevels(Problems problems, String path, List<Level> levels) {
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < levels.size(); i++) {
            Level level = levels.get(i);
            code(problems, path + "[" + i + "].code", level.code(), codes);
            positive(problems, path + "[" + i + "].points", level.points());
        }
    }

    private static void code(Problems problems, String path, String code, Set<String> seen) {
        if (problems.id(path, code)) {
            problems.require(seen.add(code), path, "duplicate", code);
        }
    }

    private static void positive(Problems problems, String path, Points points) {
        problems.require(points.isPositive(), path, "not-positive");
    }

    private static boolean size(Problems problems, String path, List<?> list, int most) {
        return problems.require(!list.isEmpty(), path, "required")
                && problems.require(list.size() <= most, path, "too-many", most);
    }
}
