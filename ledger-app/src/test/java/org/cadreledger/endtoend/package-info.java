/** The whole program on its embedded database, used as its clients use it: through HTTP. */
@NullMarked
package org.cadreledger.endtoend;

import org.jspecify.annotations.NullMarked;
