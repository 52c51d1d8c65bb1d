/** Counties as documents. */
@NullMarked
package org.cadreledger.jurisdiction.counties;

import org.jspecify.annotations.NullMarked;
