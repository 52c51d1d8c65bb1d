/** What was done about flags, and fraud cases. */
@NullMarked
package org.cadreledger.consequence.followup;

import org.jspecify.annotations.NullMarked;
