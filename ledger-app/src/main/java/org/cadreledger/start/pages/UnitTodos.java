package org.cadreledger.start.pages;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.cadreledger.access.Actor;
import org.cadreledger.cadre.Cadres;
import org.cadreledger.facts.FreshFolds;
import org.cadreledger.jurisdiction.settings.County;
import org.cadreledger.read.PageRequest;
import org.cadreledger.time.Month;
import org.cadreledger.web.pages.Formats;
import org.springframework.stereotype.Component;

/** What waits for a unit's clerk: months that some of the unit's cadres have not declared. */
@Component
class UnitTodos {
    private final Cadres cadres;
    private final FreshFolds folds;

    UnitTodos(Cadres cadres, FreshFolds folds) {
        this.cadres = cadres;
        this.folds = folds;
    }

    /** Nothing for whoever is no clerk of a unit. */
    List<Todo> of(Actor actor, String jurisdiction, Instant now, Formats f) {
        String unit = actor.unit();
        if (unit == null) {
            return List.of();
        }
        List<Set<Month>> declared =
                cadres.find(jurisdiction, unit, new PageRequest(PageRequest.MOST, null)).items().stream()
                        .map(cadre -> DeclaredMonths.of(folds, cadre.cadreId(), now))
                        .toList();
        County county = folds.county(jurisdiction);
        Month current = county.currentMonth(now);
        Month first = folds.periods(county, now).earliestOpen(county.settings().firstMonth());
        List<Todo> todos = new ArrayList<>();
        for (Month month = first; !month.isAfter(current); month = month.next()) {
            Month asked = month;
            long missing =
                    declared.stream().filter(months -> !months.contains(asked)).count();
            String path = "/unit?month=" + month;
            todos.add(
                    missing == 0
                            ? Todo.known("unit-declared", path, "circle-check", f.period(month))
                            : Todo.now("unit-undeclared", path, "users", missing, f.period(month), declared.size()));
        }
        return todos;
    }
}
