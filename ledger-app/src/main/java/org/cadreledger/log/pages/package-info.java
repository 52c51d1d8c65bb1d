/** The log for auditors: filtered, verified, taken away. */
@NullMarked
package org.cadreledger.log.pages;

import org.jspecify.annotations.NullMarked;
