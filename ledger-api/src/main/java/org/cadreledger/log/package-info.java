/** What the log says of every event, whatever its concept. */
@NullMarked
package org.cadreledger.log;

import org.jspecify.annotations.NullMarked;
