/** Segments, exports, backups and the verifier. */
@NullMarked
package org.cadreledger.archive;

import org.jspecify.annotations.NullMarked;
