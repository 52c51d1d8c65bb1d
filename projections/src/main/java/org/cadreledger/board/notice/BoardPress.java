package org.cadreledger.board.notice;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.cadreledger.board.computing.BoardComputation;
import org.cadreledger.board.computing.BoardContent;
import org.cadreledger.cadre.listing.RegisterProjection;
import org.cadreledger.catalogue.book.CatalogueBook;
import org.cadreledger.documents.AfterBatch;
import org.cadreledger.documents.Generation;
import org.cadreledger.documents.Projection;
import org.cadreledger.ledger.tallies.TallyProjection;
import org.cadreledger.log.Recorded;
import org.cadreledger.period.PeriodEvent.BoardPublished;
import org.cadreledger.period.standing.PeriodProjection;
import org.jspecify.annotations.Nullable;

/** Computes boards as they are published, from the documents of their county; one that is there already is left alone. */
public final class BoardPress implements AfterBatch {
    private final BoardShelf shelf;
    private final RegisterProjection register;
    private final TallyProjection tallies;
    private final PeriodProjection periods;
    private final Supplier<CatalogueBook> catalogues;
    private final Runnable computed;

    /**
     * @param catalogues every version that was published before any event handed to {@link #run}
     * @param computed called after each board
     */
    public BoardPress(
            BoardShelf shelf,
            RegisterProjection register,
            TallyProjection tallies,
            PeriodProjection periods,
            Supplier<CatalogueBook> catalogues,
            Runnable computed) {
        this.shelf = shelf;
        this.register = register;
        this.tallies = tallies;
        this.periods = periods;
        this.catalogues = catalogues;
        this.computed = computed;
    }

    @Override
    public boolean concerns(Recorded<?> recorded) {
        return recorded.event() instanceof BoardPublished;
    }

    /** County by county, so that the facts of one are read once. */
    @Override
    public void run(List<Recorded<?>> concerned, Generation generation) {
        Map<String, CountyFacts> counties = new LinkedHashMap<>();
        for (Recorded<?> recorded : concerned) {
            String county = Projection.id(recorded);
            counties.computeIfAbsent(
                    county, j -> new CountyFacts(j, generation, register, tallies, periods, catalogues.get()));
        }
        counties.forEach((county, facts) -> {
            for (Recorded<?> recorded : concerned) {
                if (recorded.event() instanceof BoardPublished event
                        && event.jurisdiction().equals(county)) {
                    print(recorded.with(event), facts, generation);
                }
            }
            facts.forget();
        });
    }

    private void print(Recorded<BoardPublished> published, CountyFacts facts, Generation generation) {
        BoardPublished event = published.event();
        boolean there = shelf.header(generation, event.jurisdiction(), event.period(), event.revision())
                .isPresent();
        if (!there) {
            BoardContent content =
                    BoardComputation.compute(published, facts.of(event.period().year()));
            shelf.store(generation, published, content, content.changedRows(before(event, generation)));
        }
        computed.run();
    }

    private @Nullable BoardContent before(BoardPublished event, Generation generation) {
        return shelf.header(generation, event.jurisdiction(), event.period(), event.revision() - 1)
                .map(header -> shelf.content(generation, header))
                .orElse(null);
    }
}
