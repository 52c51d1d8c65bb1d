package org.cadreledger.projecting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.cadreledger.documents.StaleDocuments;
import org.cadreledger.documents.Workspace;
import org.cadreledger.log.Recorded;
import org.cadreledger.points.Points;
import org.cadreledger.read.models.ReadModels;
import org.cadreledger.time.Month;
import org.junit.jupiter.api.Test;

/** Two nodes that both believe that a county is theirs. */
class LateNodeTest extends ReadSideFixture {
    private static final Month JANUARY = new Month(2026, 1);

    private List<Recorded<?>> events(long after) {
        List<Recorded<?>> events = new ArrayList<>();
        log.commits(after, 1_000).forEach(commit -> events.addAll(log.decode(commit)));
        return events;
    }

    @Test
    void a_node_that_wakes_late_cannot_bring_back_what_was_decided_meanwhile() {
        county.claim("c1", "k1", JANUARY);
        List<Recorded<?>> claimed = events(0);
        county.approve("c1", "k1", JANUARY, Points.of(3));
        ReadModels models = models();
        models.desk().workspace().handle(events(0));
        Workspace late = models.desk().workspace();

        late.handle(claimed);

        assertThat(models.pending().find("c1", "k1")).isEmpty();
        assertThat(dump(1).get("pending ly/c1/k1")).doesNotContain("body");
    }

    @Test
    void a_node_whose_memory_is_outdated_is_told_and_writes_nothing_of_the_document() {
        county.claim("c1", "k1", JANUARY);
        ReadModels models = models();
        Workspace one = models.desk().workspace();
        Workspace other = models.desk().workspace();
        one.handle(events(0));
        other.handle(events(0));
        county.score("c1", "k1", JANUARY);
        one.handle(events(1));
        county.approve("c1", "k1", JANUARY, Points.of(3));
        one.handle(events(2));

        assertThatThrownBy(() -> other.handle(events(1))).isInstanceOf(StaleDocuments.class);

        assertThat(models.pending().find("c1", "k1")).isEmpty();
        models.desk().workspace().handle(events(0));
        assertThat(models.pending().find("c1", "k1")).isEmpty();
    }
}
