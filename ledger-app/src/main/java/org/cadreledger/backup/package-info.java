/** Backups of everything that no program can compute again, and their import into an empty database. */
@NullMarked
package org.cadreledger.backup;

import org.jspecify.annotations.NullMarked;
