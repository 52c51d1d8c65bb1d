/** The rule catalogue over HTTP. */
@NullMarked
package org.cadreledger.catalogue.api;

import org.jspecify.annotations.NullMarked;
