package org.cadreledger.period.publishing;

import static org.cadreledger.testbed.Refusals.refused;

import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.api.Assertions;
import org.cadreledger.access.CommandContext;
import org.cadreledger.catalogue.book.CatalogueBook;
import org.cadreledger.jurisdiction.settings.County;
import org.cadreledger.period.PublishBoard;
import org.cadreledger.period.PublishBoard.Published;
import org.cadreledger.period.book.PeriodBook;
import org.cadreledger.period.keeping.PeriodFacts;
import org.cadreledger.refusal.Reason;
import org.cadreledger.testbed.Given;
import org.cadreledger.testbed.People;
import org.cadreledger.testbed.WriteSide;
import org.cadreledger.time.Month;
import org.cadreledger.time.Period;
import org.junit.jupiter.api.Test;

/** A published board that cannot be computed would stop the projections for good. */
class UncomputableBoardTest {
    private static final PublishBoard PUBLISH = new PublishBoard("j1", Period.parse("2026-Q1"), null);

    private final WriteSide write = new WriteSide().on("2026-04-03");

    private PeriodFacts facts(CatalogueBook catalogues) {
        PeriodBook closed = new PeriodBook(
                new TreeMap<>(
                        Map.of(Month.parse("2026-01"), 1L, Month.parse("2026-02"), 2L, Month.parse("2026-03"), 3L)),
                Map.of(),
                Map.of());
        return new PeriodFacts(
                new CommandContext(People.PUBLISHER, write.now, "key"),
                County.NONE.evolve(Given.county("j1", 5)),
                closed,
                catalogues);
    }

    @Test
    void is_not_published_while_no_catalogue_is_in_force() {
        refused(
                Reason.NO_CATALOGUE,
                () -> PublishingRules.publish(PUBLISH, Given.DEFAULTS, facts(CatalogueBook.EMPTY)));
    }

    @Test
    void is_published_with_one() {
        Assertions.assertThat(PublishingRules.publish(PUBLISH, Given.DEFAULTS, facts(write.folds.catalogues()))
                        .result())
                .isEqualTo(new Published(1));
    }
}
