package org.cadreledger.projecting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bson.Document;
import org.cadreledger.cadre.Cadres.Query;
import org.cadreledger.read.PageRequest;
import org.cadreledger.read.models.ReadModels;
import org.cadreledger.time.Month;
import org.junit.jupiter.api.Test;

class OutdatedProjectionsTest extends ReadSideFixture {
    private static final PageRequest ALL = new PageRequest(100, null);

    @Test
    void documents_that_an_older_program_left_are_known_as_such_until_they_are_rebuilt() {
        county.define(new Month(2026, 1));
        county.register("c1");
        ReadModels first = models();
        Projectors projectors = started(first, tokens());
        catchUp(projectors);
        assertThat(first.groups()).noneMatch(group -> group.isOutdated());
        projectors.close();
        // as a program without the roster would have left it
        database.getCollection("roster_g1").drop();
        database.getCollection("projections")
                .replaceOne(new Document("_id", "ledger"), new Document("_id", "ledger").append("generation", 1));

        ReadModels next = models();
        Projectors again = started(next, tokens());
        catchUp(again);
        assertThat(next.ledger().isOutdated()).isTrue();
        assertThat(next.desk().isOutdated()).isFalse();
        assertThat(next.cadres().search("ly", Query.ALL, ALL).total()).isZero();

        new Rebuilding(List.of(again.named("ledger").orElseThrow()), log).run();
        assertThat(next.ledger().isOutdated()).isFalse();
        assertThat(next.cadres().search("ly", Query.ALL, ALL).total()).isEqualTo(1);
        assertThat(models().ledger().isOutdated()).isFalse();
    }
}
