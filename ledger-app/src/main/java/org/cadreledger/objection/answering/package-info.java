/** An objection is answered; an upheld one changes the ledger in the same commit. */
@NullMarked
package org.cadreledger.objection.answering;

import org.jspecify.annotations.NullMarked;
