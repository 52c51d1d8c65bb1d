/** Write side of the register: particulars, transfers, absences, annual grades. */
@NullMarked
package org.cadreledger.cadre.registering;

import org.jspecify.annotations.NullMarked;
