/** The rule catalogue: base items, bonuses and deductions as versioned data. */
@NullMarked
package org.cadreledger.catalogue;

import org.jspecify.annotations.NullMarked;
