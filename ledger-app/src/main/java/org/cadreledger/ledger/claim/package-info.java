/** A cadre, or its unit's clerk, claims, changes, withdraws and declares a month finished. */
@NullMarked
package org.cadreledger.ledger.claim;

import org.jspecify.annotations.NullMarked;
