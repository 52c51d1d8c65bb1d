/** Goes through the log and the read side in the background, at a low rate, and tells what is not as it should be. */
@NullMarked
package org.cadreledger.selfaudit;

import org.jspecify.annotations.NullMarked;
