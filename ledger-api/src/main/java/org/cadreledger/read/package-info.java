/** What every read has in common: pages, and waiting for a position. */
@NullMarked
package org.cadreledger.read;

import org.jspecify.annotations.NullMarked;
