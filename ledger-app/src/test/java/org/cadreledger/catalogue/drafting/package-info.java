/** Tests of the catalogue's write side. */
@NullMarked
package org.cadreledger.catalogue.drafting;

import org.jspecify.annotations.NullMarked;
