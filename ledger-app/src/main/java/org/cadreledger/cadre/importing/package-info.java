/** Spreadsheets into the register, row by row. */
@NullMarked
package org.cadreledger.cadre.importing;

import org.jspecify.annotations.NullMarked;
