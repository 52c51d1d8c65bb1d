/** Every version of the rule catalogue with who drafted and published it, folded from the log on each read. */
@NullMarked
package org.cadreledger.catalogue.versions;

import org.jspecify.annotations.NullMarked;
