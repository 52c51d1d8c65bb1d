/** Files beside the forms and claims that name them. */
@NullMarked
package org.cadreledger.evidence.pages;

import org.jspecify.annotations.NullMarked;
