/** Claims that may tell of the same thing twice: by their files and by how alike their accounts are. */
@NullMarked
package org.cadreledger.ledger.twins;

import org.jspecify.annotations.NullMarked;
