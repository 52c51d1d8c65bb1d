/** Claims, deductions and books over HTTP. */
@NullMarked
package org.cadreledger.ledger.api;

import org.jspecify.annotations.NullMarked;
