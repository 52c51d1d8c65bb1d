/** What follows from the boards of a year, what was done about it, and a cadre's file over the years. */
@NullMarked
package org.cadreledger.consequence.pages;

import org.jspecify.annotations.NullMarked;
