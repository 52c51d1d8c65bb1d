/** The pages as people use them: a real browser, the whole program and a demo county that is played once for all tests. */
@NullMarked
package org.cadreledger.pages;

import org.jspecify.annotations.NullMarked;
