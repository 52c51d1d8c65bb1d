/** Records the seals of computed boards in the log. */
@NullMarked
package org.cadreledger.board.sealing;

import org.jspecify.annotations.NullMarked;
