/** Signing in and out with a browser, and the choice of language. */
@NullMarked
package org.cadreledger.security.pages;

import org.jspecify.annotations.NullMarked;
