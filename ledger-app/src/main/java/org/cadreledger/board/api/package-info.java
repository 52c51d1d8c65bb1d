/** Boards over HTTP. */
@NullMarked
package org.cadreledger.board.api;

import org.jspecify.annotations.NullMarked;
