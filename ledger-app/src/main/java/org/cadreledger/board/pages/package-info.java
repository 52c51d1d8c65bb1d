/** Published boards as everyone reads them: rows, marks, figures, revisions, print and Excel. */
@NullMarked
package org.cadreledger.board.pages;

import org.jspecify.annotations.NullMarked;
