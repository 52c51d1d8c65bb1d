/** Tests of the drafts. */
@NullMarked
package org.cadreledger.drafts;

import org.jspecify.annotations.NullMarked;
