/** Write side of a county's settings and calendar. */
@NullMarked
package org.cadreledger.jurisdiction.defining;

import org.jspecify.annotations.NullMarked;
