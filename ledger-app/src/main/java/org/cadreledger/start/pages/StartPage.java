package org.cadreledger.start.pages;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.cadreledger.access.Actor;
import org.cadreledger.facts.FreshFolds;
import org.cadreledger.security.PageAccess;
import org.cadreledger.web.Reach;
import org.cadreledger.web.jobs.Job;
import org.cadreledger.web.jobs.Jobs;
import org.cadreledger.web.pages.Formats;
import org.cadreledger.web.pages.PageController;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What is to be done today, most urgent first; below it everything else that is open to the user. */
@PageController
class StartPage {
    private final CadreTodos cadre;
    private final UnitTodos unit;
    private final DepartmentTodos department;
    private final FreshFolds folds;
    private final Reach reach;
    private final Jobs jobs;
    private final Clock clock;

    StartPage(
            CadreTodos cadre,
            UnitTodos unit,
            DepartmentTodos department,
            FreshFolds folds,
            Reach reach,
            Jobs jobs,
            ObjectProvider<Clock> clock) {
        this.cadre = cadre;
        this.unit = unit;
        this.department = department;
        this.folds = folds;
        this.reach = reach;
        this.jobs = jobs;
        this.clock = clock.getIfAvailable(Clock::systemUTC);
    }

    @GetMapping("/")
    String start(Actor actor, Model model) {
        Formats f = Formats.of(model);
        Instant now = clock.instant();
        List<Todo> todos = new ArrayList<>();
        String county = reach.countyOrAll(actor, null);
        if (county != null && folds.county(county).exists()) {
            if (actor.cadreId() != null && folds.cadre(actor.cadreId()).exists()) {
                todos.addAll(cadre.of(actor.cadreId(), county, now, f));
            }
            todos.addAll(unit.of(actor, county, now, f));
            todos.addAll(department.of(actor, county, now, f));
        }
        todos.removeIf(todo -> !isOpen(actor, todo.path()));
        todos.sort(Comparator.comparing(Todo::urgent).reversed());
        ZoneId zone = f.zone();
        model.addAttribute("today", now.atZone(zone).toLocalDate());
        model.addAttribute("todos", todos);
        model.addAttribute(
                "running",
                jobs.of(actor).stream()
                        .filter(job -> job.state() == Job.State.RUNNING)
                        .toList());
        return "start/start";
    }

    private static boolean isOpen(Actor actor, String path) {
        int query = path.indexOf('?');
        return PageAccess.allows(actor, "GET", query < 0 ? path : path.substring(0, query));
    }
}
