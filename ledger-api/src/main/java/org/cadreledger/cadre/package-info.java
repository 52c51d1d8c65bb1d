/** The register: who is a cadre of which county, where, since when. */
@NullMarked
package org.cadreledger.cadre;

import org.jspecify.annotations.NullMarked;
