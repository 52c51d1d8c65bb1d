/** The read side's documents: kept by position, written conditionally; the only place of the module that knows the database. */
@NullMarked
package org.cadreledger.documents;

import org.jspecify.annotations.NullMarked;
