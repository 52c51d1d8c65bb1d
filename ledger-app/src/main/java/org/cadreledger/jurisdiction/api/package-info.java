/** Counties over HTTP. */
@NullMarked
package org.cadreledger.jurisdiction.api;

import org.jspecify.annotations.NullMarked;
