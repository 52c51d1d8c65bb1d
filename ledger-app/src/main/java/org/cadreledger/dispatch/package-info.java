/** How commands reach the aggregates and what comes back. */
@NullMarked
package org.cadreledger.dispatch;

import org.jspecify.annotations.NullMarked;
