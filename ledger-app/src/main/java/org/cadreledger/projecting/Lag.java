package org.cadreledger.projecting;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

/** How far behind the log each group of projections is, as metrics. */
final class Lag {
    private Lag() {}

    static void register(Projectors projectors, MeterRegistry meters) {
        for (Projector projector : projectors.all()) {
            Gauge.builder("cadreledger.projection.lag", () -> projectors.lag(projector))
                    .description("commits in the log that the group does not show yet")
                    .tag("group", projector.group().name())
                    .register(meters);
            Gauge.builder("cadreledger.projection.position", () -> Projectors.position(projector))
                    .description("commit up to which the group shows everything")
                    .tag("group", projector.group().name())
                    .register(meters);
        }
    }
}
