/** Objections from raising to answering, as a whole. */
@NullMarked
package org.cadreledger.objection;

import org.jspecify.annotations.NullMarked;
