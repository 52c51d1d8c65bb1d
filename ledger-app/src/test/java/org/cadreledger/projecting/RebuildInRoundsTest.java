package org.cadreledger.projecting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.cadreledger.documents.Parts;
import org.cadreledger.documents.Rebuild;
import org.cadreledger.facts.Streams;
import org.cadreledger.log.Recorded;
import org.cadreledger.points.Points;
import org.cadreledger.read.models.ReadModels;
import org.cadreledger.store.Commit;
import org.cadreledger.time.Month;
import org.cadreledger.time.Quarter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A rebuild whose documents do not fit in memory gives the same documents as one event after the other. */
class RebuildInRoundsTest extends ReadSideFixture {
    private static final Quarter Q1 = new Quarter(2026, 1);
    private static final int CADRES = 60;

    @BeforeEach
    void a_county() {
        county.catalogue();
        county.define(new Month(2026, 1));
        for (int i = 0; i < CADRES; i++) {
            county.register("c" + i);
        }
        county.quarter(Q1, CADRES);
        county.reverse("c3", new Month(2026, 1) + "-3", new Month(2026, 1));
        county.publish(Q1, 2);
        county.quarter(Q1.next(), CADRES);
    }

    /** Bytes: nothing fits, so that one part is stored on its way; two parts, some parts, everything fits. */
    @ParameterizedTest
    @ValueSource(longs = {1, 20_000, 80_000, 1L << 30})
    void rounds_give_the_same_documents(long bound) {
        ReadModels models = models();
        Projectors projectors = started(models, tokens());
        catchUp(projectors);
        Map<String, String> before = dump(1);
        Rebuilding rebuilding = new Rebuilding(projectors.all(), log);
        rebuilding.fold(projector -> projector.group().rebuild(bound));
        projectors.all().forEach(rebuilding::putInUse);
        assertThat(dump(2)).isEqualTo(before);
        long position = county.claim("c5", "after", new Month(2026, 7));
        assertThat(projectors.await(position, PATIENCE)).isTrue();
        assertThat(models.pending().find("c5", "after")).isPresent();
    }

    @Test
    void what_comes_while_it_runs_is_taken_after() {
        ReadModels models = models();
        Projectors projectors = started(models, tokens());
        Rebuild rebuild = projectors.named("ledger").orElseThrow().group().rebuild(20_000);
        assertThat(rebuild.takes(Parts.of(Streams.period("ly", 2026)))).isTrue();
        int rounds = 0;
        long end = log.tail().position();
        do {
            for (Commit commit : log.commits(0, 1_000)) {
                if (commit.position() <= end) {
                    take(rebuild, commit);
                }
            }
            rounds++;
        } while (rebuild.nextRound());
        assertThat(rounds).isGreaterThan(1);
        rebuild.compute();
        long later = county.approve("c5", "later", new Month(2026, 7), Points.of(3));
        take(rebuild, log.commit(later).orElseThrow());
        rebuild.store();
        catchUp(projectors);
        Map<String, String> live = dump(1);
        live.keySet().removeIf(key -> !key.matches("(counties|register|roster|tallies|periods|board.*|standings) .*"));
        assertThat(dump(2)).isEqualTo(live);
    }

    private void take(Rebuild rebuild, Commit commit) {
        for (Recorded<Object> recorded : log.decode(commit)) {
            int part = Parts.of(recorded.stream());
            if (recorded.jurisdiction() != null && rebuild.takes(part)) {
                rebuild.take(part, List.of(recorded));
            }
        }
        rebuild.keepWithin((double) commit.position() / log.tail().position(), 0);
    }
}
