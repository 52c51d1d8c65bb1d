/** The rules for people: read by everyone, compared, drafted and put in force by the catalogue's administrators. */
@NullMarked
package org.cadreledger.catalogue.pages;

import org.jspecify.annotations.NullMarked;
