/** The stored form of every event, kept for ever. */
@NullMarked
package org.cadreledger.wiring;

import org.jspecify.annotations.NullMarked;
