/** Write side of the rule catalogue: drafting, publishing, and the version that ships. */
@NullMarked
package org.cadreledger.catalogue.drafting;

import org.jspecify.annotations.NullMarked;
