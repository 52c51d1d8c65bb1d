package org.cadreledger.ledger;

/** A file, named by its content so that the chain covers it. */
public record EvidenceRef(String evidenceId, String sha256) {}
