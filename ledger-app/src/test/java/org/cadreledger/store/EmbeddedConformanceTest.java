package org.cadreledger.store;

import org.junit.jupiter.api.Nested;

/** The suite on the embedded default. */
class EmbeddedConformanceTest {
    @Nested
    class OfTheLog extends CommitLogConformance implements ServerUnderTest.Embedded {}

    @Nested
    class OfRaces extends RaceConformance implements ServerUnderTest.Embedded {}

    @Nested
    class OfFaults extends FaultConformance implements ServerUnderTest.Embedded {}

    @Nested
    class OfTheSource extends MessageSourceConformance implements ServerUnderTest.Embedded {}

    @Nested
    class OfVerification extends VerificationConformance implements ServerUnderTest.Embedded {}

    @Nested
    class OfAxon extends AxonConformance implements ServerUnderTest.Embedded {}
}
