/** What counts for each cadre, as documents. */
@NullMarked
package org.cadreledger.ledger.tallies;

import org.jspecify.annotations.NullMarked;
