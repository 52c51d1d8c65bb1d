package org.cadreledger.store;

class EmbeddedAxonTest extends AxonConformance implements ServerUnderTest.Embedded {}
