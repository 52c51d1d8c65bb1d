package org.cadreledger.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cadreledger.cadre.listing.RegisterProjection;
import org.cadreledger.cadre.listing.RosterProjection;
import org.cadreledger.consequence.followup.FollowUpProjection;
import org.cadreledger.documents.Parts;
import org.cadreledger.documents.Projection;
import org.cadreledger.jurisdiction.counties.CountyProjection;
import org.cadreledger.ledger.declared.DeclarationProjection;
import org.cadreledger.ledger.pending.PendingProjection;
import org.cadreledger.ledger.tallies.TallyProjection;
import org.cadreledger.ledger.twins.ClaimTraces;
import org.cadreledger.log.Recorded;
import org.cadreledger.objection.inbox.ObjectionProjection;
import org.cadreledger.period.standing.PeriodProjection;
import org.junit.jupiter.api.Test;

/** A rebuild folds the parts of the documents apart: no document may take events of two. */
class PartsApartTest {
    private static final List<Projection<?>> PROJECTIONS = List.of(
            new CountyProjection(),
            new RegisterProjection(),
            new RosterProjection(),
            new TallyProjection(),
            new PeriodProjection(),
            new PendingProjection(),
            new DeclarationProjection(),
            new ObjectionProjection(),
            new FollowUpProjection(),
            new ClaimTraces());

    @Test
    void every_document_takes_the_events_of_one_part() {
        Set<Integer> seen = new HashSet<>();
        for (long seed = 1; seed <= 200; seed++) {
            Map<String, Integer> partOf = new HashMap<>();
            for (Recorded<?> recorded : RandomHistory.of(seed, 25, 12).log()) {
                int part = Parts.of(recorded.stream());
                seen.add(part);
                for (Projection<?> projection : PROJECTIONS) {
                    for (String id : projection.concerned(recorded)) {
                        assertThat(partOf.computeIfAbsent(projection.name() + " " + id, first -> part))
                                .as("%s of seed %d by %s", id, seed, recorded)
                                .isEqualTo(part);
                    }
                }
            }
        }
        assertThat(seen).hasSize(Parts.COUNT);
    }

    @Test
    void a_cadre_is_in_one_part_whatever_the_stream() {
        int part = Parts.ofCadre("c17");
        assertThat(List.of("cadre:c17", "ledger:c17:2026", "consequence:c17"))
                .allMatch(stream -> Parts.of(stream) == part);
        assertThat(List.of("period:150726:2026", "jurisdiction:150726", "catalogue"))
                .allMatch(stream -> Parts.of(stream) == 0);
    }
}
