/** Why a request was refused, by stable names. */
@NullMarked
package org.cadreledger.refusal;

import org.jspecify.annotations.NullMarked;
