/** Who was where on which day: a fold over a cadre's stream. */
@NullMarked
package org.cadreledger.cadre.register;

import org.jspecify.annotations.NullMarked;
