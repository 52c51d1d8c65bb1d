/** The two steps of review: preliminary score, then approval, rejection, return or carrying over. */
@NullMarked
package org.cadreledger.ledger.review;

import org.jspecify.annotations.NullMarked;
