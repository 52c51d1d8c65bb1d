/** Tests of the catalogue's pages without a browser. */
@NullMarked
package org.cadreledger.catalogue.pages;

import org.jspecify.annotations.NullMarked;
