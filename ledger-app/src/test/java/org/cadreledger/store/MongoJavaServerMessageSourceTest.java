package org.cadreledger.store;

class MongoJavaServerMessageSourceTest extends MessageSourceConformance implements ServerUnderTest.MongoJavaServer {}
