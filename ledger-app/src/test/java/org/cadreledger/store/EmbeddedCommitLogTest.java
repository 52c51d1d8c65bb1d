package org.cadreledger.store;

class EmbeddedCommitLogTest extends CommitLogConformance implements ServerUnderTest.Embedded {}
