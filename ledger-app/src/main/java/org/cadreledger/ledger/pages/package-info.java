/** A cadre's own points as a bill: every line opens to what it rests on. */
@NullMarked
package org.cadreledger.ledger.pages;

import org.jspecify.annotations.NullMarked;
