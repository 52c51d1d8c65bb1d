/** Files over HTTP. */
@NullMarked
package org.cadreledger.evidence.api;

import org.jspecify.annotations.NullMarked;
