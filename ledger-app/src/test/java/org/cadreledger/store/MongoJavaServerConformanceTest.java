package org.cadreledger.store;

import org.junit.jupiter.api.Nested;

/** The suite on the server that the embedded default is built on, as it comes. */
class MongoJavaServerConformanceTest {
    @Nested
    class OfTheLog extends CommitLogConformance implements ServerUnderTest.MongoJavaServer {}

    @Nested
    class OfRaces extends RaceConformance implements ServerUnderTest.MongoJavaServer {}

    @Nested
    class OfFaults extends FaultConformance implements ServerUnderTest.MongoJavaServer {}

    @Nested
    class OfTheSource extends MessageSourceConformance implements ServerUnderTest.MongoJavaServer {}

    @Nested
    class OfVerification extends VerificationConformance implements ServerUnderTest.MongoJavaServer {}

    @Nested
    class OfAxon extends AxonConformance implements ServerUnderTest.MongoJavaServer {}
}
