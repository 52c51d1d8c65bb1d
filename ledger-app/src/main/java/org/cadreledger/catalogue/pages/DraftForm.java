package org.cadreledger.catalogue.pages;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.cadreledger.catalogue.Catalogue;
import org.cadreledger.catalogue.api.CatalogueDraft;
import org.cadreledger.refusal.Refusal;
import org.cadreledger.refusal.Refusal.FieldProblem;
import org.jspecify.annotations.Nullable;

/**
 * A draft as it is being typed: everything is text until it is sent. Rows are added and taken away by buttons of the form, so
 * that it needs no script.
 */
public record DraftForm(String jurisdiction, String matterCap, List<Item> items, List<Row> rules) {
    /** A form with more rows was made by no page. */
    private static final int MOST_ROWS = 500;

    private static final int MOST_LEVELS = 50;

    /** A base item. */
    public record Item(String code, String max) {}

    /** A level of a rule. */
    public record Step(String code, String points) {}

    /** A rule. */
    public record Row(
            String code,
            String kind,
            String name,
            String points,
            boolean evidence,
            String repeats,
            List<Step> levels) {}

    static DraftForm of(Catalogue catalogue, @Nullable String jurisdiction) {
        return new DraftForm(
                jurisdiction == null ? "" : jurisdiction,
                catalogue.matterCap().toString(),
                catalogue.baseItems().stream()
                        .map(item -> new Item(item.item(), item.max().toString()))
                        .toList(),
                catalogue.rules().stream().map(DraftForm::row).toList());
    }

    private static Row row(Catalogue.Rule rule) {
        return new Row(
                rule.code(),
                rule.kind().name(),
                rule.name(),
                rule.points() == null ? "" : rule.points().toString(),
                rule.evidence(),
                rule.repeats().name(),
                rule.levels().stream()
                        .map(level -> new Step(level.code(), level.points().toString()))
                        .toList());
    }

    /** @param field the value of a field of the request; null for one that was not sent */
    static DraftForm read(Function<String, @Nullable String> field) {
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < MOST_ROWS && field.apply("item." + i + ".code") != null; i++) {
            items.add(new Item(text(field, "item." + i + ".code"), text(field, "item." + i + ".max")));
        }
        List<Row> rules = new ArrayList<>();
        for (int i = 0; i < MOST_ROWS && field.apply("rule." + i + ".code") != null; i++) {
            rules.add(row(field, "rule." + i + "."));
        }
        return new DraftForm(text(field, "jurisdiction"), text(field, "matterCap"), items, rules);
    }

    private static Row row(Function<String, @Nullable String> field, String prefix) {
        List<Step> levels = new ArrayList<>();
        for (int i = 0; i < MOST_LEVELS && field.apply(prefix + "level." + i + ".code") != null; i++) {
            String level = prefix + "level." + i + ".";
            levels.add(new Step(text(field, level + "code"), text(field, level + "points")));
        }
        return new Row(
                text(field, prefix + "code"),
                text(field, prefix + "kind"),
                text(field, prefix + "name"),
                text(field, prefix + "points"),
                field.apply(prefix + "evidence") != null,
                text(field, prefix + "repeats"),
                levels);
    }

    private static String text(Function<String, @Nullable String> field, String name) {
        String value = field.apply(name);
        return value == null ? "" : value.strip();
    }

    /**
     * What a button of the form does to its rows.
     *
     * @param button for example {@code add-rule}, {@code remove-rule.3}, {@code add-level.3}, {@code remove-level.3.1},
     *     {@code add-item}, {@code remove-item.2}
     * @return the same form for any other
     */
    DraftForm after(String button) {
        String[] parts = button.split("\\.", -1);
        List<Item> nextItems = new ArrayList<>(items);
        List<Row> nextRules = new ArrayList<>(rules);
        int at = parts.length > 1 ? index(parts[1]) : -1;
        switch (parts[0]) {
            case "add-item" -> nextItems.add(new Item("", ""));
            case "remove-item" -> remove(nextItems, at);
            case "add-bonus" -> nextRules.add(blank(Catalogue.Kind.BONUS, true));
            case "add-deduction" -> nextRules.add(blank(Catalogue.Kind.DEDUCTION, false));
            case "remove-rule" -> remove(nextRules, at);
            case "add-level" -> levels(nextRules, at, steps -> steps.add(new Step("", "")));
            case "remove-level" ->
                levels(nextRules, at, steps -> remove(steps, parts.length > 2 ? index(parts[2]) : -1));
            default -> {
                return this;
            }
        }
        return new DraftForm(jurisdiction, matterCap, nextItems, nextRules);
    }

    private static Row blank(Catalogue.Kind kind, boolean evidence) {
        return new Row("", kind.name(), "", "", evidence, Catalogue.Repeats.EACH.name(), List.of());
    }

    private static int index(String digits) {
        return digits.matches("\\d{1,3}") ? Integer.parseInt(digits) : -1;
    }

    private static void remove(List<?> rows, int at) {
        if (at >= 0 && at < rows.size()) {
            rows.remove(at);
        }
    }

    private static void levels(List<Row> rules, int at, java.util.function.Consumer<List<Step>> change) {
        if (at >= 0 && at < rules.size()) {
            Row row = rules.get(at);
            List<Step> steps = new ArrayList<>(row.levels());
            change.accept(steps);
            // a rule has either levels or one amount
            String points = steps.isEmpty() ? row.points() : "";
            rules.set(at, new Row(row.code(), row.kind(), row.name(), points, row.evidence(), row.repeats(), steps));
        }
    }

    /** @throws Refusal INVALID_CONTENT for amounts that are no numbers */
    CatalogueDraft draft() {
        List<FieldProblem> problems = new ArrayList<>();
        List<CatalogueDraft.@Nullable BaseItem> baseItems = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            Item item = items.get(i);
            baseItems.add(new CatalogueDraft.BaseItem(
                    said(item.code()), amount("baseItems[" + i + "].max", item.max(), problems)));
        }
        List<CatalogueDraft.@Nullable Rule> known = new ArrayList<>();
        for (int i = 0; i < rules.size(); i++) {
            known.add(rule("rules[" + i + "]", rules.get(i), problems));
        }
        CatalogueDraft draft =
                new CatalogueDraft(said(jurisdiction), baseItems, amount("matterCap", matterCap, problems), known);
        if (!problems.isEmpty()) {
            throw Refusal.fields(problems);
        }
        return draft;
    }

    private static CatalogueDraft.Rule rule(String place, Row row, List<FieldProblem> problems) {
        List<CatalogueDraft.@Nullable Level> levels = new ArrayList<>();
        for (int i = 0; i < row.levels().size(); i++) {
            Step step = row.levels().get(i);
            levels.add(new CatalogueDraft.Level(
                    said(step.code()), amount(place + ".levels[" + i + "].points", step.points(), problems)));
        }
        return new CatalogueDraft.Rule(
                said(row.code()),
                said(row.kind()),
                said(row.name()),
                levels,
                amount(place + ".points", row.points(), problems),
                row.evidence(),
                said(row.repeats()));
    }

    private static @Nullable BigDecimal amount(String place, String text, List<FieldProblem> problems) {
        if (text.isEmpty()) {
            return null;
        }
        if (!text.matches("\\d{1,6}(\\.\\d{1,4})?")) {
            problems.add(new FieldProblem(place, "points", List.of()));
            return null;
        }
        return new BigDecimal(text);
    }

    private static @Nullable String said(String text) {
        return text.isEmpty() ? null : text;
    }
}
