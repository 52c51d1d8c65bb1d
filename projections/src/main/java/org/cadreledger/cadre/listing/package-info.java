/** The register as documents, and the list of cadres. */
@NullMarked
package org.cadreledger.cadre.listing;

import org.jspecify.annotations.NullMarked;
