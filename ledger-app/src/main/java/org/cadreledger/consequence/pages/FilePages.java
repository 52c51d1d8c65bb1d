package org.cadreledger.consequence.pages;

import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.cadreledger.access.Actor;
import org.cadreledger.access.Role;
import org.cadreledger.board.Boards;
import org.cadreledger.board.Boards.Standing;
import org.cadreledger.cadre.Cadres;
import org.cadreledger.cadre.Grade;
import org.cadreledger.cadre.register.CadreFile;
import org.cadreledger.consequence.Consequence;
import org.cadreledger.consequence.Consequences;
import org.cadreledger.consequence.Consequences.FraudCase;
import org.cadreledger.facts.FreshFolds;
import org.cadreledger.ledger.ItemStory;
import org.cadreledger.ledger.Ledgers;
import org.cadreledger.refusal.Reason;
import org.cadreledger.refusal.Refusal;
import org.cadreledger.time.Year;
import org.cadreledger.web.Reach;
import org.cadreledger.web.pages.PageController;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A cadre's file over the years (source 004, V: the points file keeps all of it). */
@PageController
class FilePages {
    private final Boards boards;
    private final Cadres cadres;
    private final Consequences consequences;
    private final Ledgers ledgers;
    private final FreshFolds folds;
    private final Reach reach;

    FilePages(Boards boards, Cadres cadres, Consequences consequences, Ledgers ledgers, FreshFolds folds, Reach reach) {
        this.boards = boards;
        this.cadres = cadres;
        this.consequences = consequences;
        this.ledgers = ledgers;
        this.folds = folds;
        this.reach = reach;
    }

    /**
     * What one year has brought.
     *
     * @param standings quarters in order, then the year
     * @param reversals entries of its months that were reversed
     * @param grade null while none is recorded
     */
    public record OfYear(
            int year,
            List<Standing> standings,
            List<Consequence> flags,
            List<ItemStory> reversals,
            List<FraudCase> cases,
            @Nullable Grade grade) {}

    @GetMapping("/cadres/{cadreId}/file")
    String file(@PathVariable String cadreId, Actor actor, Model model) {
        reach.cadre(actor, cadreId);
        Cadres.Listed cadre = cadres.find(cadreId).orElseThrow(() -> Refusal.of(Reason.UNKNOWN_CADRE, cadreId));
        model.addAttribute("cadre", cadre);
        model.addAttribute("years", years(cadreId, actor));
        model.addAttribute("readsPoints", readsPoints(actor, cadreId));
        return "consequence/file";
    }

    private static boolean readsPoints(Actor actor, String cadreId) {
        return actor.is(cadreId) || actor.isDepartment() || actor.has(Role.LEADER);
    }

    private List<OfYear> years(String cadreId, Actor actor) {
        boolean staff = actor.isDepartment() || actor.has(Role.LEADER) || actor.has(Role.DISCIPLINE);
        CadreFile register = folds.cadre(cadreId);
        List<Standing> standings = boards.standings(cadreId);
        List<Consequence> flags = consequences.find(null, null, cadreId);
        List<ItemStory> reversals = readsPoints(actor, cadreId)
                ? ledgers.stories(cadreId).stream()
                        .filter(story -> story.reversed() != null)
                        .toList()
                : List.of();
        List<FraudCase> cases = staff
                ? consequences.fraudCases(register.current().jurisdiction()).stream()
                        .filter(fraud -> fraud.cadreId().equals(cadreId))
                        .toList()
                : List.of();
        SortedSet<Integer> years = new TreeSet<>(Comparator.reverseOrder());
        standings.forEach(standing -> years.add(standing.period().year()));
        flags.forEach(flag -> years.add(flag.raisedBy().getLast().year()));
        reversals.forEach(story -> years.add(story.month().year()));
        cases.forEach(fraud -> years.add(yearOf(fraud)));
        years.addAll(register.grades().keySet());
        return years.stream()
                .map(year -> new OfYear(
                        year,
                        standings.stream()
                                .filter(standing -> standing.period().year() == year)
                                .sorted(Comparator.comparing(standing -> standing.period() instanceof Year))
                                .toList(),
                        flags.stream()
                                .filter(flag -> flag.raisedBy().getLast().year() == year)
                                .toList(),
                        reversals.stream()
                                .filter(story -> story.month().year() == year)
                                .toList(),
                        cases.stream().filter(fraud -> yearOf(fraud) == year).toList(),
                        register.grades().get(year)))
                .toList();
    }

    private static int yearOf(FraudCase fraud) {
        return fraud.openedAt().atZone(ZoneOffset.UTC).getYear();
    }
}
