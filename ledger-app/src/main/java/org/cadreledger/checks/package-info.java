/** Collects what is wrong with the fields of a request, so that one answer names all of it. */
@NullMarked
package org.cadreledger.checks;

import org.jspecify.annotations.NullMarked;
