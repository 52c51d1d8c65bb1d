/** Sealing against a front door that only remembers. */
@NullMarked
package org.cadreledger.board.sealing;

import org.jspecify.annotations.NullMarked;
