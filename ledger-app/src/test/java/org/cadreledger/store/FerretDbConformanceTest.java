package org.cadreledger.store;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** The suite on FerretDB 2; {@code ops/servers/ferretdb2 start} prints its address. */
@EnabledIfEnvironmentVariable(
        named = ServerUnderTest.FerretDb.URI,
        matches = ".+",
        disabledReason = "not run on FerretDB: LEDGER_TEST_FERRETDB_URI is not set")
class FerretDbConformanceTest {
    @Nested
    class OfTheLog extends CommitLogConformance implements ServerUnderTest.FerretDb {}

    @Nested
    class OfRaces extends RaceConformance implements ServerUnderTest.FerretDb {}

    @Nested
    class OfFaults extends FaultConformance implements ServerUnderTest.FerretDb {}

    @Nested
    class OfTheSource extends MessageSourceConformance implements ServerUnderTest.FerretDb {}

    @Nested
    class OfVerification extends VerificationConformance implements ServerUnderTest.FerretDb {}

    @Nested
    class OfAxon extends AxonConformance implements ServerUnderTest.FerretDb {}
}
