package org.cadreledger.store;

class MongoJavaServerVerificationTest extends VerificationConformance implements ServerUnderTest.MongoJavaServer {}
