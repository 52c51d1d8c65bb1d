/** Tests of the register's write side. */
@NullMarked
package org.cadreledger.cadre.registering;

import org.jspecify.annotations.NullMarked;
