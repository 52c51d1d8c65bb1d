/** The write side on an event store in memory, for tests of its rules. */
@NullMarked
package org.cadreledger.testbed;

import org.jspecify.annotations.NullMarked;
