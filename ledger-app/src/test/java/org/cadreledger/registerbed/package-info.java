/** A register's write side on a log in memory, for tests. */
@NullMarked
package org.cadreledger.registerbed;

import org.jspecify.annotations.NullMarked;
