/** The read side over a real log on the embedded database. */
@NullMarked
package org.cadreledger.projecting;

import org.jspecify.annotations.NullMarked;
