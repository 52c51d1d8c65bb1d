/** Tests of the log's pages without a browser. */
@NullMarked
package org.cadreledger.log.pages;

import org.jspecify.annotations.NullMarked;
