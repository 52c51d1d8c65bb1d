/** The event store: one document a commit, a dense global sequence, a hash chain, and what Axon needs of it. */
@NullMarked
package org.cadreledger.store;

import org.jspecify.annotations.NullMarked;
