package org.cadreledger.demo;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The plan as calls, in the order in which a department would make them. */
final class Script {
    private static final int READ_LEDGERS = 5;

    private final Plan plan;
    private final String county;
    private final Texts texts;
    private final Opening opening;
    private final BoardBooks boards;

    Script(Plan plan, String county, Texts texts) {
        this.plan = plan;
        this.county = county;
        this.texts = texts;
        this.opening = new Opening(plan, county, texts);
        this.boards = new BoardBooks(plan, county, texts, opening);
    }

    /** Rendered month by month: a county's three years of calls are never all in memory. */
    Stream<Step> steps() {
        Stream<Step> months = plan.timeline().all().stream().flatMap(month -> month(month).stream());
        return Stream.of(opening.steps().stream(), months, Stream.of(draft(), look()))
                .flatMap(steps -> steps);
    }

    private List<Step> month(YearMonth month) {
        List<Step> steps = new ArrayList<>();
        steps.add(new Step.Batch(month + " register", register(month)));
        leaves(month).forEach(steps::add);
        steps.addAll(new MonthBooks(plan, texts, month).steps());
        if (!month.equals(plan.timeline().current())) {
            steps.addAll(boards.steps(month));
        }
        return steps;
    }

    private List<Call> register(YearMonth month) {
        boolean gradesDue =
                month.getMonthValue() == 1 || month.equals(plan.timeline().first());
        return Stream.of(
                        plan.people().stream()
                                .map(person -> move(person, month))
                                .filter(Objects::nonNull),
                        plan.people().stream()
                                .map(person -> absence(person, month))
                                .filter(Objects::nonNull),
                        gradesDue ? grades(month) : Stream.<Call>of())
                .flatMap(calls -> calls)
                .toList();
    }

    private @Nullable Call move(Person person, YearMonth month) {
        Person.Move move = person.move();
        if (move == null || !move.month().equals(month)) {
            return null;
        }
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("name", person.name());
        body.put("jurisdiction", county);
        body.put("category", Roster.category(person));
        body.put("unit", move.to().name());
        body.put("post", move.post());
        Opening.putIfThere(body, "rank", person.rank());
        String group = new Roster(county, texts).group(person, move.to());
        Opening.putIfThere(body, "group", group.isEmpty() ? null : group);
        body.put("registeredOn", person.registeredOn().toString());
        body.put("since", month.atDay(1).toString());
        return Call.put("move", "/cadres/" + person.id(), Office.REVIEWERS.getFirst(), body);
    }

    /** Investigations and retirements; leaves come apart, because their end is entered later. */
    private @Nullable Call absence(Person person, YearMonth month) {
        Person.Away away = person.away();
        if (away == null || isLeave(away) || !YearMonth.from(away.from()).equals(month)) {
            return null;
        }
        return Call.post("absence", absences(person), Office.PUBLISHER, body(away, away.to()));
    }

    private Stream<Step> leaves(YearMonth month) {
        return plan.people().stream().flatMap(person -> {
            Person.Away away = person.away();
            return away != null && isLeave(away) && YearMonth.from(away.from()).equals(month)
                    ? Stream.of(leave(person, away))
                    : Stream.of();
        });
    }

    /** A leave is entered without its end, and ended under the id that the program gave it. */
    private static Step leave(Person person, Person.Away away) {
        Call open = Call.post("absence", absences(person), Office.PUBLISHER, body(away, null));
        return new Step.Answered(
                person.id() + " leave",
                open,
                answer -> List.of(Call.put(
                        "absence ended",
                        absences(person) + "/" + answer.path("absenceId").asString(),
                        Office.PUBLISHER,
                        body(away, away.to()))));
    }

    private static boolean isLeave(Person.Away away) {
        return away.kind().equals("LEAVE");
    }

    private static String absences(Person person) {
        return "/cadres/" + person.id() + "/absences";
    }

    private static Map<String, Object> body(Person.Away away, @Nullable LocalDate to) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("kind", away.kind());
        body.put("from", away.from().toString());
        Opening.putIfThere(body, "to", to == null ? null : to.toString());
        return body;
    }

    /** Last year's grades, as the annual assessment hands them over in January. */
    private Stream<Call> grades(YearMonth month) {
        int year = month.getYear() - 1;
        return plan.people().stream()
                .filter(person -> !person.registeredOn().isAfter(LocalDate.of(year, 12, 31)))
                .flatMap(person -> grade(person, year));
    }

    private Stream<Call> grade(Person person, int year) {
        Choice choice = Choice.of(plan.seed(), "grade", person.id(), year);
        String grade = switch (person.bent()) {
            case STAR -> choice.chance(0.6) ? "EXCELLENT" : "COMPETENT";
            case STEADY -> choice.chance(0.12) ? "EXCELLENT" : "COMPETENT";
            case WEAK -> choice.chance(0.3) ? "BASICALLY_COMPETENT" : "COMPETENT";
            case FAILING -> choice.chance(0.3) ? "INCOMPETENT" : "BASICALLY_COMPETENT";
        };
        if (grade.equals("COMPETENT") && !plan.size().everyGrade()) {
            return Stream.of();
        }
        return Stream.of(Call.put(
                "grade",
                "/cadres/" + person.id() + "/grades/" + year,
                Office.REVIEWERS.getFirst(),
                Map.of("grade", grade)));
    }

    /** The department is at work on next year's rules: a draft that changes nothing yet. */
    private Step draft() {
        Call read =
                Call.get("read catalogue", "/catalogues?on=" + plan.timeline().current(), Office.CATALOGUE);
        return new Step.Answered("next rules", read, catalogue -> {
            Map<String, Object> body = new LinkedHashMap<>();
            body.put("jurisdiction", county);
            List.of("baseItems", "matterCap", "rules").forEach(field -> body.put(field, catalogue.path(field)));
            return List.of(Call.post("draft catalogue", "/catalogues", Office.CATALOGUE, body));
        });
    }

    /** At the end everyone looks at what they have: queues, boards, ledgers, the log's proof. */
    private Step look() {
        String current = plan.timeline().current().toString();
        String of = "?jurisdiction=" + county;
        Stream<Call> department = Stream.of("DECLARED", "SCORED")
                .map(status ->
                        Call.get("read queue", "/claims?status=" + status + "&jurisdiction=" + county, Office.DEPUTY));
        Stream<Call> periods = Stream.of("/periods/" + current + of, "/periods/" + current + "/undeclared" + of)
                .map(path -> Call.get("read period", path, Office.PUBLISHER));
        Stream<Call> published =
                plan.timeline().quarters().stream().flatMap(quarter -> boards.boards(quarter.toString()));
        Stream<Call> ledgers = plan.people().stream()
                .limit(READ_LEDGERS)
                .map(person -> Call.get(
                        "read ledger",
                        "/ledgers/" + person.id() + "?period="
                                + plan.timeline().current().getYear(),
                        Office.AUDITOR));
        Call proof = Call.get("verify log", "/log/verify", Office.AUDITOR).checking(Script::broken);
        return new Step.Batch(
                "look",
                Stream.of(department, periods, published, ledgers, Stream.of(proof))
                        .flatMap(calls -> calls)
                        .toList());
    }

    private static @Nullable String broken(JsonNode answer) {
        return answer.path("ok").asBoolean(false) ? null : "the log does not verify: " + answer;
    }
}
