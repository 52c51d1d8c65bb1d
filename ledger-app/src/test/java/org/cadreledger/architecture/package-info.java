/** Keeps the claims of ops/decisions and of the README about the code's shape true. */
@NullMarked
package org.cadreledger.architecture;

import org.jspecify.annotations.NullMarked;
