package org.cadreledger.period.keeping;

import java.time.Duration;
import org.cadreledger.facts.LogEnd;
import org.cadreledger.read.ReadSide;
import org.cadreledger.refusal.Reason;
import org.cadreledger.refusal.Refusal;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** For decisions that ask a projection: waits until it holds all that was acknowledged before (architecture.md "Write side"). */
@Component
public class CaughtUp {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final LogEnd end;
    private final ObjectProvider<ReadSide> readSide;

    public CaughtUp(LogEnd end, ObjectProvider<ReadSide> readSide) {
        this.end = end;
        this.readSide = readSide;
    }

    /** @throws Refusal NOT_YET_VISIBLE when the projections stay behind */
    public void await() {
        if (!readSide.getObject().await(end.position(), PATIENCE)) {
            throw Refusal.of(Reason.NOT_YET_VISIBLE);
        }
    }
}
