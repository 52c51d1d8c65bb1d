/** The periods of a county: closing, publishing, finalising, and the objections raised against a board. */
@NullMarked
package org.cadreledger.period;

import org.jspecify.annotations.NullMarked;
