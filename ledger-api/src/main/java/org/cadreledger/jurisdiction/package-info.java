/** The county and its settings. */
@NullMarked
package org.cadreledger.jurisdiction;

import org.jspecify.annotations.NullMarked;
