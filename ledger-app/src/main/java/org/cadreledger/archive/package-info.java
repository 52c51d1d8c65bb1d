/** Sealed ranges of the log as files (ops/export-format.md): export, backup, and the fast source of a rebuild. */
@NullMarked
package org.cadreledger.archive;

import org.jspecify.annotations.NullMarked;
