/** Months, quarters and years. */
@NullMarked
package org.cadreledger.time;

import org.jspecify.annotations.NullMarked;
