/** Who has declared which month. */
@NullMarked
package org.cadreledger.ledger.declared;

import org.jspecify.annotations.NullMarked;
