/** What a change would do to a cadre's totals, told before it is made, by the same formula that judges it afterwards. */
@NullMarked
package org.cadreledger.ledger.outlook;

import org.jspecify.annotations.NullMarked;
