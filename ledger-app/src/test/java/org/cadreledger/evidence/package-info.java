/** Tests of the files. */
@NullMarked
package org.cadreledger.evidence;

import org.jspecify.annotations.NullMarked;
