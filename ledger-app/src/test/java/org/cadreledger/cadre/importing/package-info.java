/** Tests of the import of spreadsheets. */
@NullMarked
package org.cadreledger.cadre.importing;

import org.jspecify.annotations.NullMarked;
