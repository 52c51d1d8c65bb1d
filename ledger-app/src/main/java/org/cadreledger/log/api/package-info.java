/** The log over HTTP, for auditors. */
@NullMarked
package org.cadreledger.log.api;

import org.jspecify.annotations.NullMarked;
