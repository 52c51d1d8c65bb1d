/** A county's periods of one year as an aggregate, and the facts that its decisions need. */
@NullMarked
package org.cadreledger.period.keeping;

import org.jspecify.annotations.NullMarked;
