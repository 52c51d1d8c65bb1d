package org.cadreledger.demo;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Deductions of every month: by rule, from the base items, and a unit's criticism that falls on three cadres. */
final class Penalties {
    private static final Map<Bent, List<String>> RULES = Map.of(
            Bent.STAR, List.of("N9"),
            Bent.STEADY, List.of("N9", "N8", "N4"),
            Bent.WEAK, List.of("N8", "N9", "N4", "N7"),
            Bent.FAILING, List.of("N1", "N1", "N6", "N7", "N2"));
    private static final List<String> ITEMS = List.of("P1", "P2", "P3", "D1", "D2", "R1", "R2", "C1", "C2");
    private static final List<String> ROLES = List.of("MAIN", "CHARGE", "DIRECT");
    private static final double FROM_BASE = 0.3;
    private static final double DISMISSED = 0.05;
    private static final double CRITICISM = 0.5;

    private final long seed;
    private final Timeline timeline;
    private final Texts texts;

    Penalties(long seed, Timeline timeline, Texts texts) {
        this.seed = seed;
        this.timeline = timeline;
        this.texts = texts;
    }

    List<Deduction> deductions(List<Person> people) {
        List<Deduction> deductions = new ArrayList<>();
        for (Person person : people) {
            for (YearMonth month : timeline.closed()) {
                Choice choice = Choice.of(seed, "deduct", person.id(), month);
                if (person.servesIn(month) && choice.chance(person.bent().deductions())) {
                    String code = choice.chance(FROM_BASE)
                            ? choice.pick(ITEMS)
                            : choice.pick(RULES.getOrDefault(person.bent(), List.of("N9")));
                    boolean dismissed = choice.chance(DISMISSED);
                    deductions.add(deduction(
                            person, month, code, "d", dismissed ? Deduction.Fate.DISMISSED : Deduction.Fate.CONFIRMED));
                }
            }
        }
        return deductions;
    }

    Deduction deduction(Person person, YearMonth month, String code, String suffix, Deduction.Fate fate) {
        String id = String.format(Locale.ROOT, "%s-%s-%s", person.id(), month, suffix);
        Choice choice = Choice.of(seed, "deduction", id);
        boolean base = ITEMS.contains(code);
        String by = Office.reviewer(choice);
        String matter = String.format(
                Locale.ROOT,
                choice.pick(texts.list("matters." + (base ? "BASE" : code))),
                choice.pick(texts.list("places")));
        return deduction(choice, id, person, month, code, base ? 1 + choice.below(4) : 0, matter, null, by, fate);
    }

    private Deduction deduction(
            Choice choice,
            String id,
            Person person,
            YearMonth month,
            String code,
            int points,
            String matter,
            @Nullable String role,
            String by,
            Deduction.Fate fate) {
        LocalDate on = month.atDay(1 + choice.below(timeline.lastDay(month)));
        String basis = Incentives.basis(choice, texts, month);
        String confirmedBy = Office.approverBut(choice, by);
        return new Deduction(id, person, month, code, points, matter, on, basis, role, by, confirmedBy, fate);
    }

    /** N5: main leader, leader in charge and person directly responsible of one unit; each list is one command. */
    List<List<Deduction>> criticisms(List<Person> people, List<Unit> units) {
        List<List<Deduction>> criticisms = new ArrayList<>();
        for (YearMonth month : timeline.closed()) {
            Choice choice = Choice.of(seed, "criticism", month);
            if (choice.chance(CRITICISM)) {
                Unit unit = choice.pick(units);
                List<Person> named = people.stream()
                        .filter(person -> person.unitIn(month).equals(unit) && person.servesIn(month))
                        .limit(ROLES.size())
                        .toList();
                criticisms.add(criticism(choice, named, month));
            }
        }
        return criticisms;
    }

    private List<Deduction> criticism(Choice choice, List<Person> named, YearMonth month) {
        String matter =
                String.format(Locale.ROOT, choice.pick(texts.list("matters.N5")), choice.pick(texts.list("places")));
        String by = Office.reviewer(choice);
        String confirmedBy = Office.approverBut(choice, by);
        LocalDate on = month.atDay(1 + choice.below(timeline.lastDay(month)));
        String basis = Incentives.basis(choice, texts, month);
        List<Deduction> parts = new ArrayList<>();
        for (Person person : named) {
            parts.add(new Deduction(
                    person.id() + "-" + month + "-u",
                    person,
                    month,
                    "N5",
                    0,
                    matter,
                    on,
                    basis,
                    texts.one("roles." + ROLES.get(parts.size())),
                    by,
                    confirmedBy,
                    Deduction.Fate.CONFIRMED));
        }
        return parts;
    }
}
