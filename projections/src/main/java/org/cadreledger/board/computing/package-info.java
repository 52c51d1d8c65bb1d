/** The content of a published board and its seal, computed from what the log said up to its publication. */
@NullMarked
package org.cadreledger.board.computing;

import org.jspecify.annotations.NullMarked;
