package org.cadreledger.catalogue.api;

import java.time.Clock;
import java.util.List;
import org.cadreledger.access.Actor;
import org.cadreledger.catalogue.Catalogue;
import org.cadreledger.catalogue.PublishCatalogue;
import org.cadreledger.catalogue.book.CatalogueBook;
import org.cadreledger.dispatch.CommandKey;
import org.cadreledger.dispatch.Commands;
import org.cadreledger.facts.FreshFolds;
import org.cadreledger.jurisdiction.settings.County;
import org.cadreledger.points.Points;
import org.cadreledger.refusal.Reason;
import org.cadreledger.refusal.Refusal;
import org.cadreledger.time.Month;
import org.cadreledger.web.Answers;
import org.cadreledger.web.Checks;
import org.cadreledger.web.Reach;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The rules: read, drafted, published. */
@RestController
@RequestMapping("/api/v1/catalogues")
class CatalogueController {
    private static final java.time.ZoneId DEFAULT_ZONE = java.time.ZoneId.of("Asia/Shanghai");

    private final Commands commands;
    private final FreshFolds folds;
    private final Reach reach;
    private final Clock clock;

    CatalogueController(Commands commands, FreshFolds folds, Reach reach, ObjectProvider<Clock> clock) {
        this.commands = commands;
        this.folds = folds;
        this.reach = reach;
        this.clock = clock.getIfAvailable(Clock::systemUTC);
    }

    record InForce(
            int version,
            @Nullable String jurisdiction,
            @Nullable Month effectiveFrom,
            List<Catalogue.BaseItem> baseItems,
            Points matterCap,
            List<Catalogue.Rule> rules) {
        static InForce of(CatalogueBook.Version version) {
            Catalogue catalogue = version.catalogue();
            return new InForce(
                    catalogue.version(),
                    catalogue.jurisdiction(),
                    version.effectiveFrom(),
                    catalogue.baseItems(),
                    catalogue.matterCap(),
                    catalogue.rules());
        }
    }

    record Effective(@Nullable String effectiveFrom) {
        PublishCatalogue command(int version) {
            Checks checks = new Checks();
            return checks.valid(new PublishCatalogue(version, checks.month("effectiveFrom", effectiveFrom)));
        }
    }

    /** Without a month the current one; without a county the user's own, else what is for all. */
    @GetMapping
    InForce inForce(
            @RequestParam(required = false) @Nullable Month on,
            @RequestParam(required = false) @Nullable String jurisdiction,
            Actor actor) {
        String county = reach.countyOrAll(actor, jurisdiction);
        CatalogueBook book = folds.catalogues();
        return book.inForce(on == null ? thisMonth(county) : on, county == null ? "" : county)
                .flatMap(catalogue -> book.version(catalogue.version()))
                .map(InForce::of)
                .orElseThrow(() -> Refusal.of(Reason.UNKNOWN_CATALOGUE));
    }

    private Month thisMonth(@Nullable String jurisdiction) {
        County county = jurisdiction == null ? County.NONE : folds.county(jurisdiction);
        return county.exists()
                ? county.currentMonth(clock.instant())
                : Month.of(clock.instant().atZone(DEFAULT_ZONE).toLocalDate());
    }

    @PostMapping
    ResponseEntity<Object> draft(@RequestBody CatalogueDraft body, Actor actor, CommandKey key) {
        return Answers.created(commands.send(body.command(), actor, key));
    }

    @PostMapping("/{version}/publish")
    ResponseEntity<Object> publish(
            @PathVariable int version, @RequestBody Effective body, Actor actor, CommandKey key) {
        return Answers.ok(commands.send(body.command(version), actor, key));
    }
}
