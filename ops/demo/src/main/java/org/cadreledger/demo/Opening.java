package org.cadreledger.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Before the first month: users, the county, the register, the evidence that claims will name. */
final class Opening {
    static final String ADMIN = "admin";
    private static final int CSV_ROWS = 500;
    private static final String SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Plan plan;
    private final String county;
    private final Texts texts;
    private final Roster roster;

    Opening(Plan plan, String county, Texts texts) {
        this.plan = plan;
        this.county = county;
        this.texts = texts;
        this.roster = new Roster(county, texts);
    }

    List<Step> steps() {
        return List.of(
                new Step.Batch("staff", Office.desks().stream().map(this::desk).toList()),
                new Step.Batch("county", List.of(jurisdiction(0))),
                new Step.Batch("register", imports()),
                new Step.Batch(
                        "users",
                        Stream.concat(
                                        plan.units().stream().map(this::clerk),
                                        plan.people().stream()
                                                .filter(Person::signsIn)
                                                .map(this::cadreUser))
                                .toList()),
                new Step.Batch("evidence", evidence()));
    }

    /** @param objectionDays 0 lets past quarters become final at once */
    Call jurisdiction(int objectionDays) {
        return Call.put(
                        "county",
                        "/jurisdictions/" + county,
                        Office.CATALOGUE,
                        Map.of(
                                "name", texts.one("county"),
                                "zone", Demo.ZONE.getId(),
                                "objectionDays", objectionDays,
                                "firstMonth", plan.timeline().first().toString()))
                .labelled("county/" + objectionDays);
    }

    private Call desk(Office.Desk desk) {
        return user(
                desk.user(),
                texts.one("staff." + desk.user()),
                desk.roles(),
                null,
                desk.inCounty() ? county : null,
                null);
    }

    private Call clerk(Unit unit) {
        String name = texts.format("staff.clerk", unit.name());
        return user(unit.clerk(), name, List.of("UNIT_CLERK"), null, county, unit.name());
    }

    private Call cadreUser(Person person) {
        return user(person.user(), person.name(), List.of("CADRE"), person.id(), county, null);
    }

    private Call user(
            String name,
            String displayName,
            List<String> roles,
            @Nullable String cadreId,
            @Nullable String jurisdiction,
            @Nullable String unit) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("username", name);
        body.put("password", Passwords.of(plan.seed(), name));
        body.put("displayName", displayName);
        body.put("roles", roles);
        putIfThere(body, "cadreId", cadreId);
        putIfThere(body, "jurisdiction", jurisdiction);
        putIfThere(body, "unit", unit);
        return Call.post("user", "/users", ADMIN, body).labelled("user/" + name);
    }

    static void putIfThere(Map<String, Object> body, String field, @Nullable Object value) {
        if (value != null) {
            body.put(field, value);
        }
    }

    /**
     * The first rows as CSV, the others as a workbook. A workbook has other bytes each time, so a repeated run imports it once
     * more; whoever changes unit later therefore stands in the CSV, or the repetition would send him back.
     */
    private List<Call> imports() {
        List<Person> first = new ArrayList<>();
        List<Person> rest = new ArrayList<>();
        for (Person person : plan.people()) {
            (first.size() < CSV_ROWS || person.move() != null ? first : rest).add(person);
        }
        List<Call> calls = new ArrayList<>();
        calls.add(imported(new Call.Upload("cadres.csv", "text/csv", true, () -> roster.csv(first)), first.size()));
        if (!rest.isEmpty()) {
            calls.add(imported(new Call.Upload("cadres.xlsx", SHEET, false, () -> roster.xlsx(rest)), rest.size()));
        }
        return calls;
    }

    private static Call imported(Call.Upload file, int rows) {
        return Call.upload("import", "/cadres/import", Office.REVIEWERS.getFirst(), file)
                .checking(answer -> complaint(answer, rows));
    }

    private static @Nullable String complaint(JsonNode answer, int rows) {
        int rejected = answer.path("rejected").size();
        return rejected == 0 ? null : rejected + " of " + rows + " rows rejected: " + answer.path("rejected");
    }

    private List<Call> evidence() {
        return Stream.concat(
                        plan.units().stream().map(Unit::clerk),
                        plan.people().stream().filter(Person::signsIn).map(Person::user))
                .flatMap(claimer -> Incentives.evidenceOf(claimer).stream().map(key -> evidence(claimer, key)))
                .toList();
    }

    private Call evidence(String claimer, String key) {
        boolean picture = key.endsWith("-0");
        String text = plan.name() + " " + key;
        Call.Upload file = picture
                ? new Call.Upload(key + ".png", "image/png", true, () -> Evidence.png(text))
                : new Call.Upload(key + ".pdf", "application/pdf", true, () -> Evidence.pdf(text));
        return Call.upload("evidence", "/evidence", claimer, file).keeping(key);
    }
}
