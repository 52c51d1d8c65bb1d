/** What a decision is: an answer and the events that make it so. */
@NullMarked
package org.cadreledger.decisions;

import org.jspecify.annotations.NullMarked;
