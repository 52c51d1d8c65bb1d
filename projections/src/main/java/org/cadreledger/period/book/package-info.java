/** How far a county's periods are: a fold over its period streams. */
@NullMarked
package org.cadreledger.period.book;

import org.jspecify.annotations.NullMarked;
