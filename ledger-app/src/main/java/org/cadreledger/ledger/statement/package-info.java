/** A cadre's own books, statement and history, folded from the log on each read. */
@NullMarked
package org.cadreledger.ledger.statement;

import org.jspecify.annotations.NullMarked;
