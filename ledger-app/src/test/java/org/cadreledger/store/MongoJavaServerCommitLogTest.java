package org.cadreledger.store;

class MongoJavaServerCommitLogTest extends CommitLogConformance implements ServerUnderTest.MongoJavaServer {}
