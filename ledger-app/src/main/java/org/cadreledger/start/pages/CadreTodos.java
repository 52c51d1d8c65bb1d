package org.cadreledger.start.pages;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cadreledger.board.Boards;
import org.cadreledger.board.Boards.Revision;
import org.cadreledger.facts.FreshFolds;
import org.cadreledger.jurisdiction.settings.County;
import org.cadreledger.ledger.ItemStory;
import org.cadreledger.ledger.Ledgers;
import org.cadreledger.time.Month;
import org.cadreledger.time.Period;
import org.cadreledger.web.pages.Formats;
import org.springframework.stereotype.Component;

/** What waits for a cadre: months to declare, claims that came back, boards that may still be objected to. */
@Component
class CadreTodos {
    private final Ledgers ledgers;
    private final Boards boards;
    private final FreshFolds folds;

    CadreTodos(Ledgers ledgers, Boards boards, FreshFolds folds) {
        this.ledgers = ledgers;
        this.boards = boards;
        this.folds = folds;
    }

    List<Todo> of(String cadreId, String jurisdiction, Instant now, Formats f) {
        List<Todo> todos = new ArrayList<>();
        returned(cadreId, f, todos);
        months(cadreId, jurisdiction, now, f, todos);
        boards(jurisdiction, now, f, todos);
        return todos;
    }

    private void returned(String cadreId, Formats f, List<Todo> todos) {
        for (ItemStory claim : ledgers.claims(cadreId)) {
            if (claim.state() == ItemStory.State.RETURNED) {
                String path = "/cadres/" + cadreId + "/claims/" + claim.itemId();
                todos.add(Todo.now("claim-returned", path, "arrow-back-up", claim.matter(), f.period(claim.month())));
            }
        }
    }

    /** Months whose books are open; the present one only reminds of its end. */
    private void months(String cadreId, String jurisdiction, Instant now, Formats f, List<Todo> todos) {
        County county = folds.county(jurisdiction);
        LocalDate today = county.today(now);
        Month current = Month.of(today);
        Set<Month> declared = DeclaredMonths.of(folds, cadreId, now);
        Month first = folds.periods(county, now).earliestOpen(county.settings().firstMonth());
        for (Month month = first; !month.isAfter(current); month = month.next()) {
            String path = "/declarations/" + month;
            if (declared.contains(month)) {
                todos.add(Todo.known("month-declared", path, "circle-check", f.period(month)));
            } else if (month.equals(current)) {
                LocalDate last = month.toYearMonth().atEndOfMonth();
                long left = ChronoUnit.DAYS.between(today, last) + 1;
                todos.add(Todo.now("month-to-declare", path, "file-pencil", f.period(month), left, f.day(last)));
            } else {
                todos.add(Todo.now("month-overdue", path, "alert-triangle", f.period(month)));
            }
        }
    }

    private void boards(String jurisdiction, Instant now, Formats f, List<Todo> todos) {
        County county = folds.county(jurisdiction);
        LocalDate today = county.today(now);
        List<Period> open = folds.periods(county, now).boards().entrySet().stream()
                .filter(board ->
                        board.getValue().isPublished() && !board.getValue().isFinal())
                .map(Map.Entry::getKey)
                .sorted(Comparator.comparing(Period::toString))
                .toList();
        for (Period period : open) {
            Revision latest = boards.revisions(jurisdiction, period).getLast();
            LocalDate until = latest.objectionsUntil();
            String path = "/boards/" + period;
            if (until != null && !until.isBefore(today)) {
                todos.add(Todo.known("board-open", path, "trophy", f.period(period), f.day(until)));
            } else {
                todos.add(Todo.known("board-not-final", path, "trophy", f.period(period)));
            }
        }
    }
}
