/** The department enters deductions, base deductions and bonuses; a second person confirms or dismisses. */
@NullMarked
package org.cadreledger.ledger.deduction;

import org.jspecify.annotations.NullMarked;
