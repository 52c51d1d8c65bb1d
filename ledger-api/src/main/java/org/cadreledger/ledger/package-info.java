/** The points ledger: claims, deductions, entries. */
@NullMarked
package org.cadreledger.ledger;

import org.jspecify.annotations.NullMarked;
