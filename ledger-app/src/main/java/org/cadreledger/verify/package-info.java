/** The verifier for third parties: one file without any dependency, also run as a single source file. */
@NullMarked
package org.cadreledger.verify;

import org.jspecify.annotations.NullMarked;
