package org.cadreledger.projecting;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;

/** How far behind the log each group of projections is, as metrics. */
final class Lag {
    private Lag() {}

    static void register(Projectors projectors, MeterRegistry meters) {
        for (Projector projector : projectors.all()) {
            String name = projector.group().name();
            Gauge.builder("ledger.projection.lag.events", () -> projectors.eventsBehind(projector))
                    .description("events in the log that the group does not show yet")
                    .tag("projection", name)
                    .register(meters);
            Gauge.builder("ledger.projection.lag", () -> projectors.secondsBehind(projector, Clock.systemUTC()))
                    .description("age of the oldest commit that the group does not show yet")
                    .baseUnit("seconds")
                    .tag("projection", name)
                    .register(meters);
            Gauge.builder("ledger.projection.position", () -> Projectors.position(projector))
                    .description("commit up to which the group shows everything")
                    .tag("projection", name)
                    .register(meters);
        }
    }
}
