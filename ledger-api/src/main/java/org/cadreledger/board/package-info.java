/** Rankings: the public notice of a quarter or a year. */
@NullMarked
package org.cadreledger.board;

import org.jspecify.annotations.NullMarked;
