package org.cadreledger.store;

class EmbeddedMessageSourceTest extends MessageSourceConformance implements ServerUnderTest.Embedded {}
