/** The county's settings and its calendar of days off, for its catalogue administrators. */
@NullMarked
package org.cadreledger.jurisdiction.pages;

import org.jspecify.annotations.NullMarked;
