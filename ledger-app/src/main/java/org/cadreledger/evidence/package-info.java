/** Files that claims, deductions and objections rest on, kept once by content. */
@NullMarked
package org.cadreledger.evidence;

import org.jspecify.annotations.NullMarked;
