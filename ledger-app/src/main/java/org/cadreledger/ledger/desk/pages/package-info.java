/** The desks of the department as pages: claims to review, what waits for confirmation, what is entered, what is reversed. */
@NullMarked
package org.cadreledger.ledger.desk.pages;

import org.jspecify.annotations.NullMarked;
