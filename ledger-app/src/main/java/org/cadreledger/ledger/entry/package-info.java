/** Reversal of an entry, also for fraud. */
@NullMarked
package org.cadreledger.ledger.entry;

import org.jspecify.annotations.NullMarked;
