/** Making a published quarter or year final. */
@NullMarked
package org.cadreledger.period.finalising;

import org.jspecify.annotations.NullMarked;
