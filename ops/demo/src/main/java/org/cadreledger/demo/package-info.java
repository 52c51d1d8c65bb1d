/** A county that runs its points for months or years: planned from a seed, played through the public HTTP API alone. */
@NullMarked
package org.cadreledger.demo;

import org.jspecify.annotations.NullMarked;
