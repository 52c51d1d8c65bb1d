package org.cadreledger.bench.store;

import org.cadreledger.log.EventName;

/** What every side stores: about 200 bytes of JSON. */
public sealed interface BenchEvent {

    @EventName("bench.bonus-claimed.v1")
    record BonusClaimed(
            String claimId, String cadreId, String month, String rule, String level, String matter, int hundredths)
            implements BenchEvent {}

    /** The n-th event of a stream. */
    static BonusClaimed of(String stream, long sequence) {
        return new BonusClaimed(
                stream + "-" + sequence,
                stream,
                "2026-03",
                "A1",
                "COUNTY",
                "Drought relief in the northern villages, second brigade, March 2026",
                100);
    }
}
