package org.cadreledger.catalogue.drafting;

import java.time.Instant;
import java.util.Collection;
import java.util.NavigableMap;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.cadreledger.access.Actor;
import org.cadreledger.access.CommandContext;
import org.cadreledger.catalogue.Catalogue;
import org.cadreledger.catalogue.CatalogueEvent.CatalogueDrafted;
import org.cadreledger.catalogue.CatalogueEvent.CataloguePublished;
import org.cadreledger.catalogue.DraftCatalogue;
import org.cadreledger.catalogue.DraftCatalogue.Version;
import org.cadreledger.catalogue.PublishCatalogue;
import org.cadreledger.catalogue.PublishCatalogue.Published;
import org.cadreledger.catalogue.book.CatalogueBook;
import org.cadreledger.facts.FreshFolds;
import org.cadreledger.facts.Streams;
import org.cadreledger.log.Recorded;
import org.cadreledger.refusal.Reason;
import org.cadreledger.refusal.Refusal;
import org.cadreledger.time.Month;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Handles drafting and publishing of the rule catalogue. */
@Component
public class CatalogueDesk {
    private static final int FIRST_VERSION = 1;

    private final Repository<RuleCatalogue> catalogues;
    private final FreshFolds facts;
    private final KnownCounties counties;

    public CatalogueDesk(Repository<RuleCatalogue> catalogues, FreshFolds facts, KnownCounties counties) {
        this.catalogues = catalogues;
        this.facts = facts;
        this.counties = counties;
    }

    @CommandHandler
    Version handle(DraftCatalogue command, CommandContext context) throws Exception {
        requireReach(context.actor(), command.jurisdiction());
        DraftRules.check(command);
        String county = command.jurisdiction();
        if (county != null && !facts.county(county).exists()) {
            throw Refusal.field("jurisdiction", "unknown", county);
        }
        return load().invoke(catalogue -> {
            int version = catalogue.nextVersion();
            catalogue.draft(
                    new CatalogueDrafted(version, county, command.baseItems(), command.matterCap(), command.rules()));
            return new Version(version);
        });
    }

    @CommandHandler
    Published handle(PublishCatalogue command, CommandContext context) throws Exception {
        int version = command.version();
        return load().invoke(catalogue -> {
            CatalogueBook book = facts.catalogues();
            Catalogue draft = book.version(version)
                    .orElseThrow(() -> Refusal.of(Reason.UNKNOWN_CATALOGUE, version))
                    .catalogue();
            requireReach(context.actor(), draft.jurisdiction());
            if (isRepeat(book, command)) {
                return new Published(version, command.effectiveFrom());
            }
            catalogue.requireDraft(version);
            CataloguePublished publication =
                    new CataloguePublished(version, draft.jurisdiction(), command.effectiveFrom());
            PublicationRules.check(
                    book.evolve(supposed(publication, context)),
                    command.effectiveFrom(),
                    affected(draft.jurisdiction(), context.now()));
            catalogue.publish(publication);
            return new Published(version, command.effectiveFrom());
        });
    }

    @CommandHandler
    Version handle(InstallCatalogue command) throws Exception {
        return load().invoke(rules -> {
            if (rules.nextVersion() == FIRST_VERSION) {
                Catalogue first = command.catalogue();
                rules.draft(
                        new CatalogueDrafted(FIRST_VERSION, null, first.baseItems(), first.matterCap(), first.rules()));
                rules.publish(new CataloguePublished(FIRST_VERSION, null, null));
            }
            return new Version(FIRST_VERSION);
        });
    }

    private Aggregate<RuleCatalogue> load() throws Exception {
        return catalogues.loadOrCreate(Streams.CATALOGUE, RuleCatalogue::new);
    }

    /** "A body that repeats an existing id with the same content is a repeat, not an error" (http-api.md). */
    private static boolean isRepeat(CatalogueBook book, PublishCatalogue command) {
        return book.version(command.version())
                .filter(known -> known.publishedGuard() != null
                        && command.effectiveFrom().equals(known.effectiveFrom()))
                .isPresent();
    }

    private Collection<PublicationRules.Affected> affected(@Nullable String jurisdiction, Instant now) {
        Set<String> concerned = jurisdiction == null ? counties.known() : Set.of(jurisdiction);
        return concerned.stream()
                .map(county -> {
                    NavigableMap<Month, Long> closings =
                            facts.periods(county, now).closings();
                    return new PublicationRules.Affected(county, closings.isEmpty() ? null : closings.lastKey());
                })
                .toList();
    }

    /** The publication as the log would hold it, for a look at what it would do. */
    private static Recorded<CataloguePublished> supposed(CataloguePublished publication, CommandContext context) {
        long afterAll = Long.MAX_VALUE >> Integer.SIZE;
        return new Recorded<>(
                afterAll, 0, context.now(), context.actor().user(), Streams.CATALOGUE, 0, null, publication);
    }

    /** What a user of one county drafts and publishes is for that county; what is for all needs a user of all. */
    private static void requireReach(Actor actor, @Nullable String jurisdiction) {
        if (actor.jurisdiction() != null && !actor.jurisdiction().equals(jurisdiction)) {
            throw Refusal.of(Reason.OTHER_JURISDICTION, jurisdiction == null ? "*" : jurisdiction);
        }
    }
}
