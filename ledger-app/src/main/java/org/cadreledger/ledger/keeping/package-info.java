/** A cadre's books as an aggregate, the facts that its decisions need, and the rules that all of them share. */
@NullMarked
package org.cadreledger.ledger.keeping;

import org.jspecify.annotations.NullMarked;
