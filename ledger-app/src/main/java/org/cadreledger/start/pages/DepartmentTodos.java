package org.cadreledger.start.pages;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.cadreledger.access.Actor;
import org.cadreledger.access.Role;
import org.cadreledger.consequence.Consequence;
import org.cadreledger.consequence.Consequences;
import org.cadreledger.consequence.Flag;
import org.cadreledger.facts.FreshFolds;
import org.cadreledger.ledger.PendingItems;
import org.cadreledger.ledger.PendingItems.DeskState;
import org.cadreledger.ledger.PendingItems.Waiting;
import org.cadreledger.objection.Objection;
import org.cadreledger.objection.Objections;
import org.cadreledger.period.Periods;
import org.cadreledger.period.Periods.Stage;
import org.cadreledger.period.Periods.State;
import org.cadreledger.read.PageRequest;
import org.cadreledger.time.Month;
import org.cadreledger.time.Year;
import org.cadreledger.web.pages.Formats;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What waits for the department, the leaders and the discipline commission of a county. */
@Component
class DepartmentTodos {
    private static final PageRequest MANY = new PageRequest(PageRequest.MOST, null);

    private final PendingItems items;
    private final Periods periods;
    private final Objections objections;
    private final Consequences consequences;
    private final FreshFolds folds;

    DepartmentTodos(
            PendingItems items, Periods periods, Objections objections, Consequences consequences, FreshFolds folds) {
        this.items = items;
        this.periods = periods;
        this.objections = objections;
        this.consequences = consequences;
        this.folds = folds;
    }

    List<Todo> of(Actor actor, String jurisdiction, Instant now, Formats f) {
        List<Todo> todos = new ArrayList<>();
        if (actor.has(Role.REVIEWER) || actor.has(Role.APPROVER)) {
            desks(actor, items.waiting(jurisdiction), now, todos);
        }
        if (actor.has(Role.APPROVER)) {
            objections(jurisdiction, todos);
        }
        if (actor.has(Role.PUBLISHER)) {
            periods(jurisdiction, now, f, todos);
        }
        if (actor.isDepartment() || actor.has(Role.DISCIPLINE) || actor.has(Role.LEADER)) {
            followUps(actor, jurisdiction, now, todos);
        }
        return todos;
    }

    private static void desks(Actor actor, Map<DeskState, Waiting> waiting, Instant now, List<Todo> todos) {
        if (actor.has(Role.REVIEWER)) {
            todos.add(desk(waiting.get(DeskState.DECLARED), "to-score", "/review?state=DECLARED", now));
        }
        if (actor.has(Role.APPROVER)) {
            todos.add(desk(waiting.get(DeskState.SCORED), "to-approve", "/review?state=SCORED", now));
            todos.add(desk(waiting.get(DeskState.UNCONFIRMED), "to-confirm", "/deductions", now));
        }
    }

    private static Todo desk(@Nullable Waiting waiting, String code, String path, Instant now) {
        if (waiting == null) {
            return Todo.known(code + "-none", path, "circle-check");
        }
        long days = ChronoUnit.DAYS.between(waiting.oldest(), now);
        return Todo.now(code, path, "checklist", waiting.number(), days);
    }

    private void objections(String jurisdiction, List<Todo> todos) {
        int open = objections
                .find(new Objections.Query(jurisdiction, null, Objection.Status.OPEN, null), MANY)
                .items()
                .size();
        if (open > 0) {
            todos.add(Todo.now("to-answer", "/objections?status=OPEN", "message-question", open));
        }
    }

    /** The next month to close, and each quarter or year that can go a step on. */
    private void periods(String jurisdiction, Instant now, Formats f, List<Todo> todos) {
        LocalDate today = folds.county(jurisdiction).today(now);
        Month current = Month.of(today);
        Month first = folds.county(jurisdiction).settings().firstMonth();
        List<Stage> stages = Stream.of(current.year() - 1, current.year())
                .flatMap(year -> periods.stages(jurisdiction, new Year(year), now).stream())
                .filter(stage -> !stage.period().lastMonth().isBefore(first))
                .toList();
        stages.stream()
                .filter(stage -> stage.period() instanceof Month && stage.state() == State.OPEN)
                .findFirst()
                .filter(stage -> stage.period().lastMonth().isBefore(current))
                .ifPresent(stage -> todos.add(step(stage, "to-close", "close-blocked", f)));
        List<Stage> longer = stages.stream()
                .filter(stage -> !(stage.period() instanceof Month))
                .toList();
        longer.stream()
                .filter(stage -> stage.state().compareTo(State.PUBLISHED) < 0
                        && stage.blocking().isEmpty())
                .forEach(stage -> todos.add(step(stage, "to-publish", "to-publish", f)));
        longer.stream()
                .filter(stage -> stage.state() == State.PUBLISHED)
                .forEach(stage -> todos.add(step(stage, "to-finalise", "finalise-blocked", f)));
    }

    private static Todo step(Stage stage, String ready, String blocked, Formats f) {
        String path = "/periods/" + stage.period();
        int blocks = stage.blocking().size();
        return blocks == 0
                ? Todo.now(ready, path, "calendar-check", f.period(stage.period()))
                : Todo.known(blocked, path, "calendar-exclamation", f.period(stage.period()), blocks);
    }

    private void followUps(Actor actor, String jurisdiction, Instant now, List<Todo> todos) {
        int year = folds.county(jurisdiction).today(now).getYear();
        long open = Stream.of(year, year - 1)
                .flatMap(each -> consequences.find(jurisdiction, each, null).stream())
                .filter(flag -> flag.handled() == null && !flag.withdrawn() && isTheirs(actor, flag))
                .count();
        if (open > 0) {
            String code = actor.isDepartment() || actor.has(Role.DISCIPLINE) ? "to-follow-up" : "followed-up";
            todos.add(Todo.known(code, "/consequences", "flag", open));
        }
        long cases = consequences.fraudCases(jurisdiction).stream()
                .filter(fraud -> Objects.isNull(fraud.handled()))
                .count();
        if (cases > 0) {
            todos.add(Todo.known("fraud-cases", "/consequences", "alert-triangle", cases));
        }
    }

    /** An admonition is the discipline commission's, everything else the department's; leaders see all. */
    private static boolean isTheirs(Actor actor, Consequence flag) {
        boolean ofDiscipline = flag.flag() == Flag.ADMONITION;
        return actor.has(Role.LEADER) || (ofDiscipline ? actor.has(Role.DISCIPLINE) : actor.isDepartment());
    }
}
