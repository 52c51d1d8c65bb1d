/** What follows from the standings of cadres on boards: a pure function over all boards and follow-ups (domain.md "Consequences"). */
@NullMarked
package org.cadreledger.consequence.flags;

import org.jspecify.annotations.NullMarked;
