/** Closing a month's books. */
@NullMarked
package org.cadreledger.period.closing;

import org.jspecify.annotations.NullMarked;
