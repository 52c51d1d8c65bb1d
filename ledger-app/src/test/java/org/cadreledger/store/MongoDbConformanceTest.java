package org.cadreledger.store;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** The suite on a MongoDB that somebody has. */
@EnabledIfEnvironmentVariable(
        named = ServerUnderTest.MongoDb.URI,
        matches = ".+",
        disabledReason = "not run on MongoDB: LEDGER_TEST_MONGODB_URI is not set")
class MongoDbConformanceTest {
    @Nested
    class OfTheLog extends CommitLogConformance implements ServerUnderTest.MongoDb {}

    @Nested
    class OfRaces extends RaceConformance implements ServerUnderTest.MongoDb {}

    @Nested
    class OfFaults extends FaultConformance implements ServerUnderTest.MongoDb {}

    @Nested
    class OfTheSource extends MessageSourceConformance implements ServerUnderTest.MongoDb {}

    @Nested
    class OfVerification extends VerificationConformance implements ServerUnderTest.MongoDb {}

    @Nested
    class OfAxon extends AxonConformance implements ServerUnderTest.MongoDb {}
}
