package org.cadreledger.board.pages;

import java.util.List;
import java.util.Set;
import org.cadreledger.access.Actor;
import org.cadreledger.facts.FreshFolds;
import org.cadreledger.jurisdiction.settings.County;
import org.cadreledger.read.models.ReadModels;
import org.cadreledger.web.Checks;
import org.cadreledger.web.Reach;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.stereotype.Component;

/** Which county a page is about: most programs have one, and then nobody is asked. */
@Component
public final class CountyChoice {
    private final Reach reach;
    private final FreshFolds folds;
    private final ReadModels models;

    CountyChoice(Reach reach, FreshFolds folds, ReadModels models) {
        this.reach = reach;
        this.folds = folds;
        this.models = models;
    }

    /**
     * The county asked for, else the user's own, else the only one.
     *
     * @throws org.cadreledger.refusal.Refusal OTHER_JURISDICTION, UNKNOWN_JURISDICTION; INVALID_CONTENT when none is named
     *     and there are several
     */
    public String of(Actor actor, @Nullable String asked) {
        if (asked == null && reach.countyOrAll(actor, null) == null) {
            Set<String> all = models.cadres().counties();
            if (all.size() == 1) {
                return all.iterator().next();
            }
        }
        return reach.knownCounty(actor, asked);
    }

    public County settings(String county) {
        return folds.county(county);
    }

    /**
     * The county of a board: one that has opened its boards shows them to everyone, the others to those whose reach it is.
     *
     * @param actor null for nobody
     * @throws InsufficientAuthenticationException when signing in would help: the browser goes there
     */
    String ofBoard(@Nullable Actor actor, @Nullable String asked) {
        if (asked != null && isOpen(asked)) {
            return asked;
        }
        if (actor != null) {
            return of(actor, asked);
        }
        List<County> open = open();
        if (asked == null && open.size() == 1) {
            return open.getFirst().settings().jurisdiction();
        }
        throw new InsufficientAuthenticationException("this board is not public");
    }

    private boolean isOpen(String asked) {
        County county = Checks.isId(asked) ? folds.county(asked) : County.NONE;
        return county.exists() && county.settings().publicBoard();
    }

    /**
     * The counties whose boards somebody may look through.
     *
     * @param actor null for nobody
     */
    List<County> shown(@Nullable Actor actor) {
        if (actor == null) {
            return open();
        }
        String own = reach.countyOrAll(actor, null);
        return own == null ? all() : List.of(folds.county(own));
    }

    private List<County> open() {
        return all().stream().filter(county -> county.settings().publicBoard()).toList();
    }

    private List<County> all() {
        return models.cadres().counties().stream()
                .sorted()
                .map(folds::county)
                .filter(County::exists)
                .toList();
    }
}
