/** The monthly declaration: claims, drafts, and the word that a month is complete. */
@NullMarked
package org.cadreledger.declaration.pages;

import org.jspecify.annotations.NullMarked;
