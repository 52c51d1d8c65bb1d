/** Publishing, revising and sealing the boards of quarters and years, and designating tied cadres. */
@NullMarked
package org.cadreledger.period.publishing;

import org.jspecify.annotations.NullMarked;
