/** Points: what the ledger counts in. */
@NullMarked
package org.cadreledger.points;

import org.jspecify.annotations.NullMarked;
