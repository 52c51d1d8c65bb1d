/** How far the read side is, and its rebuilds, for who keeps the program running. */
@NullMarked
package org.cadreledger.projection.pages;

import org.jspecify.annotations.NullMarked;
