package org.cadreledger.documents;

import org.cadreledger.log.Recorded;

/**
 * A document as found.
 *
 * @param sort value of the field that the selection sorts by: the cursor after this document
 * @param position {@link Recorded#guard()} of the last event it took
 */
public record Found<D>(String id, String sort, long position, D body) {}
