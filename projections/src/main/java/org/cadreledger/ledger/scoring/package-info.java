/** The score of a period: a pure function of the entries that count in it (domain.md "Score of a period"). */
@NullMarked
package org.cadreledger.ledger.scoring;

import org.jspecify.annotations.NullMarked;
