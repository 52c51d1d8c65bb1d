/** A cadre raises a defence or an inquiry against a board. */
@NullMarked
package org.cadreledger.objection.raising;

import org.jspecify.annotations.NullMarked;
