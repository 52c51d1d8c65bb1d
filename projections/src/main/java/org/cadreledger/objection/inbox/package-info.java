/** The objections inbox. */
@NullMarked
package org.cadreledger.objection.inbox;

import org.jspecify.annotations.NullMarked;
