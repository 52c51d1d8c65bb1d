/** What counts for a cadre in a county and year: a fold over ledger events, kept with the guards that a board asks for. */
@NullMarked
package org.cadreledger.ledger.tally;

import org.jspecify.annotations.NullMarked;
