/** Closing, publishing and finalising over HTTP. */
@NullMarked
package org.cadreledger.period.api;

import org.jspecify.annotations.NullMarked;
