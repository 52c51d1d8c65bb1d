/** Long actions of people: they run on after the page is left, show how far they are, and say what became of each item. */
@NullMarked
package org.cadreledger.web.jobs;

import org.jspecify.annotations.NullMarked;
