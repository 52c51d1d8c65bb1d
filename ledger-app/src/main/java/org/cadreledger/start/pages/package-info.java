/** The first page after signing in: what is to be done today, by role. */
@NullMarked
package org.cadreledger.start.pages;

import org.jspecify.annotations.NullMarked;
