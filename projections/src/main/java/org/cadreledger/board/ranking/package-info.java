/** Who is ranked, in what place and on which list: pure rules over totals and dates (domain.md "Ranking"). */
@NullMarked
package org.cadreledger.board.ranking;

import org.jspecify.annotations.NullMarked;
