package org.cadreledger.store;

class MongoJavaServerAxonTest extends AxonConformance implements ServerUnderTest.MongoJavaServer {}
