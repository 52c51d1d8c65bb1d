/** What follows from boards: flags and their follow-up, fraud cases. */
@NullMarked
package org.cadreledger.consequence;

import org.jspecify.annotations.NullMarked;
