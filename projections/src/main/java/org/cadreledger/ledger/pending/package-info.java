/** What waits for a decision: the desks of the department. */
@NullMarked
package org.cadreledger.ledger.pending;

import org.jspecify.annotations.NullMarked;
