/** Defences and inquiries against a board. */
@NullMarked
package org.cadreledger.objection;

import org.jspecify.annotations.NullMarked;
