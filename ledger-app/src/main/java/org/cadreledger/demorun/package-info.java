/** Loads the demo county into an empty database when told so. */
@NullMarked
package org.cadreledger.demorun;

import org.jspecify.annotations.NullMarked;
