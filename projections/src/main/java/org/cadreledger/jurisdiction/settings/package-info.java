/** A county's settings and working days: a fold over its stream. */
@NullMarked
package org.cadreledger.jurisdiction.settings;

import org.jspecify.annotations.NullMarked;
