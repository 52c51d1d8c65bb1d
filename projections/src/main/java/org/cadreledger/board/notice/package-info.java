/** Computed boards as documents: row pages, standings, and the header last. */
@NullMarked
package org.cadreledger.board.notice;

import org.jspecify.annotations.NullMarked;
