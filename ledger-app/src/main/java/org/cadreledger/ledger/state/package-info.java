/** The state of a cadre's books as decisions see it: claims, department entries and what they became. */
@NullMarked
package org.cadreledger.ledger.state;

import org.jspecify.annotations.NullMarked;
