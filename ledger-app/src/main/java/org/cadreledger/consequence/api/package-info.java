/** Consequences and fraud cases over HTTP. */
@NullMarked
package org.cadreledger.consequence.api;

import org.jspecify.annotations.NullMarked;
