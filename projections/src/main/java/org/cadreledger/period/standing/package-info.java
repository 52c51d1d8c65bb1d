/** Where the periods of a county stand and what blocks the next step. */
@NullMarked
package org.cadreledger.period.standing;

import org.jspecify.annotations.NullMarked;
