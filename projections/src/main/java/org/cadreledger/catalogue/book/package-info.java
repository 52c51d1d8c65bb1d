/** Which catalogue is in force: a fold over the catalogue's stream. */
@NullMarked
package org.cadreledger.catalogue.book;

import org.jspecify.annotations.NullMarked;
