package org.cadreledger.store;

class EmbeddedVerificationTest extends VerificationConformance implements ServerUnderTest.Embedded {}
