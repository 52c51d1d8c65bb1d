/** Tests of the counties' write side. */
@NullMarked
package org.cadreledger.jurisdiction.defining;

import org.jspecify.annotations.NullMarked;
