package org.cadreledger.store;

import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

@EnabledIfEnvironmentVariable(
        named = ServerUnderTest.External.URI,
        matches = ".+",
        disabledReason = "not run on an external server: LEDGER_TEST_MONGODB_URI is not set")
class ExternalVerificationTest extends VerificationConformance implements ServerUnderTest.External {}
