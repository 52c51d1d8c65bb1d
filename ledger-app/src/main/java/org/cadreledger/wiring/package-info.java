/** Puts the parts together. */
@NullMarked
package org.cadreledger.wiring;

import org.jspecify.annotations.NullMarked;
