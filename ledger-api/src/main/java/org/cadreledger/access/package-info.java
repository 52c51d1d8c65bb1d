/** Who acts: users, roles, and what a write answers. */
@NullMarked
package org.cadreledger.access;

import org.jspecify.annotations.NullMarked;
