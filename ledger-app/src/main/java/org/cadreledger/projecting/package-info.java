/** Feeds the projections from the log, says how far they are, and rebuilds them while they are in use. */
@NullMarked
package org.cadreledger.projecting;

import org.jspecify.annotations.NullMarked;
