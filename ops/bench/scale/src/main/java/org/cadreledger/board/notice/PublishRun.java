package org.cadreledger.board.notice;

import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.cadreledger.board.computing.BoardComputation;
import org.cadreledger.board.computing.BoardContent;
import org.cadreledger.board.computing.BoardFacts;
import org.cadreledger.cadre.listing.RegisterProjection;
import org.cadreledger.catalogue.book.CatalogueBook;
import org.cadreledger.documents.Generation;
import org.cadreledger.documents.Projection;
import org.cadreledger.documents.Scratch;
import org.cadreledger.ledger.tallies.TallyProjection;
import org.cadreledger.log.Recorded;
import org.cadreledger.period.PeriodEvent.BoardPublished;
import org.cadreledger.period.standing.PeriodProjection;

/** Publishing part by part, as {@link BoardPress} does it, into documents that are thrown away. */
public final class PublishRun {
    private static final int SCRATCH = 9_000;

    private PublishRun() {}

    public interface Clock {
        void took(String what, double milliseconds);
    }

    public static void of(
            MongoDatabase database,
            int active,
            Recorded<BoardPublished> published,
            CatalogueBook catalogues,
            int rounds,
            Clock clock) {
        var register = new RegisterProjection();
        var tallies = new TallyProjection();
        var periods = new PeriodProjection();
        var shelf = new BoardShelf();
        List<Projection<?>> all = new ArrayList<>(Stream.concat(
                        Stream.of(register, tallies, periods), shelf.projections().stream())
                .toList());
        Generation read = Scratch.generation(database, all, active);
        CountyFacts county =
                new CountyFacts(published.event().jurisdiction(), read, register, tallies, periods, catalogues);
        long start = System.nanoTime();
        BoardFacts facts = county.of(published.event().period().year());
        clock.took("register read", since(start));
        List<Map<String, Long>> totals = new ArrayList<>();
        BoardFacts scored = new BoardFacts(
                facts.cadres(),
                function -> {
                    long scoring = System.nanoTime();
                    totals.add(facts.tallies().map(function));
                    clock.took("tallies read and scored", since(scoring));
                    return totals.getFirst();
                },
                facts.periods(),
                catalogues);
        BoardComputation.compute(published, scored);
        BoardFacts ready = new BoardFacts(facts.cadres(), function -> totals.getFirst(), facts.periods(), catalogues);
        for (int round = 0; round < rounds; round++) {
            Generation written = Scratch.generation(database, all, SCRATCH + round);
            long begun = System.nanoTime();
            BoardContent content = BoardComputation.compute(published, ready);
            clock.took("ranked, rows made", since(begun));
            long sealing = System.nanoTime();
            String seal = content.seal();
            clock.took("seal alone", since(sealing));
            long storing = System.nanoTime();
            shelf.store(written, published, content, content.changedRows(null));
            clock.took("seal, pages, header stored", since(storing));
            clock.took("published, its tallies read", since(begun) - (storing - sealing) / 1e6);
            if (!shelf.header(written, content.jurisdiction(), content.period(), 1)
                    .orElseThrow()
                    .seal()
                    .equals(seal)) {
                throw new IllegalStateException("another seal");
            }
            Scratch.drop(written);
        }
    }

    private static double since(long start) {
        return (System.nanoTime() - start) / 1e6;
    }
}
