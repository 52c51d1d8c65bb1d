/** What decisions need to know of other streams, folded fresh from the log on each use. */
@NullMarked
package org.cadreledger.facts;

import org.jspecify.annotations.NullMarked;
