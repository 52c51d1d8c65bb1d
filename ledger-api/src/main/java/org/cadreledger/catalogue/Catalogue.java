package org.cadreledger.catalogue;

import java.util.List;
import java.util.Optional;
import org.cadreledger.points.Points;
import org.jspecify.annotations.Nullable;

/**
 * One version of the rule catalogue; never edited once published.
 *
 * @param version from 1, in the order of drafting, over all counties
 * @param jurisdiction the county it is for; null for all
 * @param matterCap the most that one matter can bring as a bonus in a period (10 in source 004, III (2))
 */
public record Catalogue(
        int version, @Nullable String jurisdiction, List<BaseItem> baseItems, Points matterCap, List<Rule> rules) {

    public Catalogue {
        baseItems = List.copyOf(baseItems);
        rules = List.copyOf(rules);
    }

    public Optional<Rule> rule(String code) {
        return rules.stream().filter(rule -> rule.code().equals(code)).findFirst();
    }

    public Optional<BaseItem> baseItem(String item) {
        return baseItems.stream().filter(base -> base.item().equals(item)).findFirst();
    }

    /** The base points, from which items can only be deducted: 100 in source 004, III (1). */
    public Points base() {
        return baseItems.stream().map(BaseItem::max).reduce(Points.ZERO, Points::plus);
    }

    /** A part of the base points that can only be deducted from, never below zero. */
    public record BaseItem(String item, Points max) {}

    /** The degree of an occasion, for example {@code national}, and its points. */
    public record Level(String code, Points points) {}

    public enum Kind {
        BONUS,
        DEDUCTION
    }

    /** How often a rule may be used by one cadre. */
    public enum Repeats {
        EACH,
        MONTH,
        QUARTER,
        YEAR
    }

    /**
     * A bonus or a deduction.
     *
     * @param levels empty when the rule has one amount of points
     * @param points the amount when there are no levels; null otherwise
     * @param evidence whether a claim needs at least one file
     */
    public record Rule(
            String code,
            Kind kind,
            String name,
            List<Level> levels,
            @Nullable Points points,
            boolean evidence,
            Repeats repeats) {

        public Rule {
            levels = List.copyOf(levels);
            if (levels.isEmpty() == (points == null)) {
                throw new IllegalArgumentException("rule " + code + " needs either levels or points");
            }
        }

        /** The points at a level, or without one where the rule has none; empty when the level does not fit the rule. */
        public Optional<Points> pointsAt(@Nullable String level) {
            if (level == null) {
                return Optional.ofNullable(points);
            }
            return levels.stream()
                    .filter(candidate -> candidate.code().equals(level))
                    .map(Level::points)
                    .findFirst();
        }
    }
}
