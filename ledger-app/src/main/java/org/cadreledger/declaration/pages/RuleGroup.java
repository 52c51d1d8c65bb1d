package org.cadreledger.declaration.pages;

import java.util.List;
import org.cadreledger.catalogue.Catalogue;
import org.cadreledger.catalogue.Catalogue.Kind;
import org.cadreledger.catalogue.Catalogue.Rule;
import org.cadreledger.points.Points;
import org.jspecify.annotations.Nullable;

/** A rule that can be claimed, with one choice for each of its levels. */
record RuleGroup(Rule rule, List<Choice> choices) {
    /**
     * @param value as the form sends it
     * @param level null where the rule has none
     */
    record Choice(String value, @Nullable String level, Points points) {}

    /** The incentive list of a catalogue, in its order. */
    static List<RuleGroup> of(Catalogue catalogue) {
        return catalogue.rules().stream()
                .filter(rule -> rule.kind() == Kind.BONUS)
                .map(RuleGroup::of)
                .toList();
    }

    private static RuleGroup of(Rule rule) {
        if (rule.points() != null) {
            return new RuleGroup(rule, List.of(new Choice(ClaimForm.choice(rule.code(), null), null, rule.points())));
        }
        return new RuleGroup(
                rule,
                rule.levels().stream()
                        .map(level ->
                                new Choice(ClaimForm.choice(rule.code(), level.code()), level.code(), level.points()))
                        .toList());
    }
}
