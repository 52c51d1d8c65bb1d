/** Tests of the follow-up of flags. */
@NullMarked
package org.cadreledger.consequence.following;

import org.jspecify.annotations.NullMarked;
