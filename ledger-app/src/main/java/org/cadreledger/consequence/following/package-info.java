/** Write side of what is done about flags and fraud cases. */
@NullMarked
package org.cadreledger.consequence.following;

import org.jspecify.annotations.NullMarked;
